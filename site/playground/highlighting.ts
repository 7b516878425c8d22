/**
 * Colours of the editor and of the panes. The words of the language come from the site's grammar; what is
 * around them is TypeScript.
 */
import {
  HighlightStyle,
  type StreamParser,
  StreamLanguage,
  syntaxHighlighting,
  type StringStream,
} from '@codemirror/language';
import { typescript } from '@codemirror/legacy-modes/mode/javascript';
import { tags } from '@lezer/highlight';
import { ASSEMBLY, FIRST_WORD } from '../.vitepress/dastgrammar.ts';

/** Scopes of the grammar, and what the editor calls them. */
const TOKENS: Readonly<Record<string, string>> = {
  'comment.line': 'comment',
  'comment.block': 'comment',
  'string.quoted': 'string',
  'keyword.control.directive': 'directive',
  'entity.name.label': 'label',
  'variable.language.register': 'register',
  'storage.type.size': 'size',
  'constant.numeric': 'number',
};

interface Rule {
  readonly pattern: RegExp;
  readonly token: string;
}

const RULES: readonly Rule[] = ASSEMBLY.map(({ name, match }) => ({
  pattern: new RegExp(match, 'y'),
  token: TOKENS[name] ?? '',
}));
const MNEMONIC = new RegExp(String.raw`\s*${FIRST_WORD}`, 'y');

interface HostState {
  readonly tokenize: unknown;
}

interface DastState {
  host: HostState;
  /** In an assembly line: does a statement begin here? */
  statement: boolean | undefined;
}

/** In a comment or template of TypeScript a bar is only a bar. */
const BASE = startHost(2).tokenize;

function startHost(indent: number): HostState {
  return typescript.startState?.(indent) as HostState;
}

function copyOf<State extends object>(state: State): State {
  const copied = Object.entries(state).map(([name, value]) => [
    name,
    Array.isArray(value) ? (value as readonly unknown[]).slice() : (value as unknown),
  ]);
  return Object.fromEntries(copied) as State;
}

function assemblyToken(stream: StringStream, state: DastState): string | null {
  const isFirst = state.statement === true;
  state.statement = false;
  if (isFirst) {
    MNEMONIC.lastIndex = stream.pos;
    const word = MNEMONIC.exec(stream.string);
    if (word !== null) {
      stream.pos += word[0].length;
      return 'mnemonic';
    }
  }
  if (stream.eatSpace()) {
    state.statement = isFirst;
    return null;
  }
  for (const { pattern, token } of RULES) {
    pattern.lastIndex = stream.pos;
    const found = pattern.exec(stream.string);
    if (found === null || found[0] === '') continue;
    stream.pos += found[0].length;
    state.statement = token === 'label' && found[0].endsWith(':');
    return token;
  }
  if (stream.match(/[A-Za-z_$][\w$]*/)) return null;
  state.statement = stream.next() === ';';
  return null;
}

const parser: StreamParser<DastState> = {
  name: 'dast',
  startState: indent => ({ host: startHost(indent), statement: undefined }),
  copyState: ({ host, statement }) => ({ host: copyOf(host), statement }),
  token(stream, state) {
    if (stream.sol()) {
      state.statement = undefined;
      if (state.host.tokenize === BASE && stream.match(/^[ \t]*\|(?!\|)/)) {
        state.statement = true;
        return 'bar';
      }
    }
    return state.statement === undefined
      ? typescript.token(stream, state.host)
      : assemblyToken(stream, state);
  },
  languageData: typescript.languageData ?? {},
  tokenTable: {
    directive: tags.controlKeyword,
    label: tags.labelName,
    register: tags.special(tags.variableName),
    size: tags.typeName,
    mnemonic: tags.keyword,
    bar: tags.punctuation,
  },
};

/** What the editor holds, and the TypeScript that comes out. */
export const dast = StreamLanguage.define(parser);

/** Statements only: every line is assembly. */
export const statements = StreamLanguage.define<DastState>({
  ...parser,
  token(stream, state) {
    if (stream.sol()) state.statement = true;
    return assemblyToken(stream, state);
  },
});

/** Listings and action lists: an address or offset, bytes, and words. */
export const listing = StreamLanguage.define<{ column: number }>({
  name: 'listing',
  startState: () => ({ column: 0 }),
  token(stream, state) {
    if (stream.sol()) state.column = 0;
    if (stream.eatSpace()) return null;
    if (stream.match(/^;.*/)) return 'comment';
    if (state.column++ === 0) {
      if (stream.match(/^[\da-f]+(?= |$)/)) return 'meta';
      stream.skipToEnd();
      return 'label';
    }
    if (stream.match(/^(?:[\da-f]{2}|[\da-f]{8})(?= |$)/)) return 'number';
    if (stream.match(/^[A-Z][A-Z\d_]+(?:\([\da-f ]*\))?/)) return 'directive';
    if (stream.match(/^[.\w]+/) && state.column > 1) {
      stream.skipToEnd();
      return 'mnemonic';
    }
    stream.next();
    return null;
  },
  tokenTable: { directive: tags.controlKeyword, label: tags.labelName, mnemonic: tags.keyword },
});

/** Colours have names in the style sheet, which knows light and dark. */
const STYLE = HighlightStyle.define([
  { tag: tags.comment, class: 'pg-comment' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'pg-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'pg-number' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], class: 'pg-keyword' },
  { tag: tags.controlKeyword, class: 'pg-directive' },
  { tag: [tags.labelName, tags.definition(tags.variableName)], class: 'pg-name' },
  { tag: [tags.special(tags.variableName), tags.typeName], class: 'pg-register' },
  { tag: [tags.punctuation, tags.meta], class: 'pg-dim' },
]);

export const colours = syntaxHighlighting(STYLE);
