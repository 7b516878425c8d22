/**
 * What is known of an open bracket of host text, and of the current statement or member in it. Plain data:
 * grammar.ts changes it while it follows the text.
 */
export type FrameKind =
  'block' | 'switch' | 'class' | 'object' | 'type' | 'enum' | 'paren' | 'bracket' | 'template';

/** An open bracket, or the file itself, which counts as a block. */
export interface Frame {
  kind: FrameKind;
  /**
   * The keyword in front of a parenthesis: `if`, `while`, `for`, `with`, `switch`, `catch`; `tail` is the
   * `while` of a `do`.
   */
  readonly keyword: string;
  /** The bracket is a type literal, or stands inside one: it holds only types. */
  readonly onlyTypes: boolean;
  /** It is a parenthesis that is empty, or has a type's colon or `...` in it: a list of parameters. */
  isParameterList: boolean;
  /** How many `do` wait for their `while`. */
  openDos: number;

  // The rest is about the current statement or member; `endStatement` resets it.

  /** A type stands here: behind its colon, in its declaration, or in the heading of a class. */
  inType: boolean;
  /** That type is the result of a function: `=>` ends it. */
  inResultType: boolean;
  /** How many `<` of that type are open. */
  openAngles: number;
  /** That type ends with the `>` that closes its first `<`: it is a list of type parameters or arguments. */
  endsWithAngles: boolean;
  /** How many `?` wait for their `:`. */
  openConditionals: number;
  /** What the next `{` behind a complete operand opens, or the kind of the current declaration. */
  heading: '' | 'class' | 'interface' | 'enum' | 'switch' | 'function' | 'alias';
  /** A function's body must follow. */
  lacksBody: boolean;
  /** The key of a member, or the `=` of a field, stands in front. */
  inValue: boolean;
  /** In `case …:` or `default:`. */
  inCase: boolean;
  /** The keyword that the next `(` belongs to. */
  pendingKeyword: string;
  /** The statement starts with `import` or `export`. */
  isImportOrExport: boolean;
  /** The word at the start of the statement is a label, whose colon comes next. */
  isLabel: boolean;
}

export function newFrame(kind: FrameKind, onlyTypes = false, keyword = ''): Frame {
  return {
    kind,
    keyword,
    onlyTypes,
    isParameterList: false,
    openDos: 0,
    inType: onlyTypes,
    inResultType: false,
    openAngles: 0,
    endsWithAngles: false,
    openConditionals: 0,
    heading: '',
    lacksBody: false,
    inValue: false,
    inCase: false,
    pendingKeyword: '',
    isImportOrExport: false,
    isLabel: false,
  };
}

/** The current statement or member is over: nothing is known of the next one. */
export function endStatement(frame: Frame): void {
  frame.inType = frame.onlyTypes;
  frame.inResultType = false;
  frame.openAngles = 0;
  frame.endsWithAngles = false;
  frame.openConditionals = 0;
  frame.heading = '';
  frame.lacksBody = false;
  frame.inValue = false;
  frame.inCase = false;
  frame.pendingKeyword = '';
  frame.isImportOrExport = false;
  frame.isLabel = false;
}

/** Whether what stands in such a bracket are members. */
export function hasMembers(kind: FrameKind): boolean {
  return kind === 'class' || kind === 'object' || kind === 'type' || kind === 'enum';
}
