/**
 * What is known of an open bracket of host text, and of the statement or member at hand in it: plain data, which syntax.ts
 * keeps while it follows the text.
 */
export type FrameKind =
  'block' | 'switch' | 'class' | 'object' | 'type' | 'enum' | 'paren' | 'bracket' | 'template';

/** An open bracket (or the file itself) and what is known of the statement or member at hand in it. */
export interface Frame {
  kind: FrameKind;
  /** `if`, `while`, `for`, `with`, `switch`, `catch` in front of a parenthesis; `tail`: the `while` of a `do`. */
  readonly control: string;
  /** A type literal or what stands inside one: everything is a type here. */
  readonly base: boolean;
  /** A type stands here: behind a type's colon, in a type's declaration, in the heading of a class. */
  type: boolean;
  /** That type is the result of a function: `=>` ends it. */
  result: boolean;
  /** Open `<` of that type. */
  angles: number;
  /** That type is only what stands in these `<…>`. */
  listOnly: boolean;
  /** `?` whose `:` is still to come. */
  ternaries: number;
  /** What the next `{` behind a complete operand opens, or the kind of declaration at hand. */
  heading: '' | 'class' | 'interface' | 'enum' | 'switch' | 'function' | 'alias';
  /** Behind the key of a member or the `=` of a field. */
  value: boolean;
  /** In `case …:` or `default:`. */
  inCase: boolean;
  /** The next `(` belongs to this keyword. */
  pendingControl: string;
  /** `do` whose `while` is still to come. */
  dos: number;
  /** The statement starts with `import` or `export`. */
  module: boolean;
  /** The word at the start of the statement is a label, its colon comes next. */
  label: boolean;
  /** A parenthesis is empty, or has a type's colon or `...`: parameters. */
  parameters: boolean;
}

export function frame(kind: FrameKind, base = false, control = ''): Frame {
  return {
    kind,
    control,
    base,
    type: base,
    result: false,
    angles: 0,
    listOnly: false,
    ternaries: 0,
    heading: '',
    value: false,
    inCase: false,
    pendingControl: '',
    dos: 0,
    module: false,
    label: false,
    parameters: false,
  };
}

/** The statement or member at hand is over: what is known of it is forgotten. */
export function endStatement(top: Frame): void {
  top.type = top.base;
  top.result = false;
  top.angles = 0;
  top.listOnly = false;
  top.ternaries = 0;
  top.heading = '';
  top.value = false;
  top.inCase = false;
  top.pendingControl = '';
  top.module = false;
  top.label = false;
}
