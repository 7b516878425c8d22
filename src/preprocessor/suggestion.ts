/**
 * Errors for unknown statements, with what was perhaps meant: names that differ by one slip of the finger, or
 * the numbers of operands that the name takes.
 */
import type { SupportedForm } from './arch/arch.ts';
import { StatementError } from './diagnostic/error.ts';
import type { Span } from './text/slice.ts';
import type { OperandCount } from './directive/directivetable.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const MAX_LENGTH = 40;
const MAX_SUGGESTIONS = 4;

/** What the directives of other assemblers (gas, NASM, MASM) are here. */
const OTHER_DIRECTIVES: ReadonlyMap<string, string> = new Map([
  ['.ifdef', '.if'],
  ['.ifndef', '.if'],
  ['.elseif', '.elif'],
  ['.elsif', '.elif'],
  ['.endm', '.endmacro'],
  ['.equ', '.define'],
  ['.set', '.define'],
  ['.global', '.globals'],
  ['.globl', '.globals'],
  ['.db', '.byte'],
  ['.dw', '.word'],
  ['.dd', '.dword'],
  ['.dq', '.qword'],
  ['.short', '.word'],
  ['.int', '.dword'],
  ['.octa', '.qword'],
  ['.string', '.asciz'],
  ['.balign', '.align'],
  ['.p2align', '.align'],
  ['.zero', '.space'],
  ['.skip', '.space'],
  ['.fill', '.space'],
  ['.func', '.proc'],
  ['.endfunc', '.endproc'],
  ['.endp', '.endproc'],
]);
/** Usual names of sections. */
const SECTION = /^\.(?:text|code|data|rodata|bss|cold)$/;
/** A label, with a statement behind it on the same line. */
const LABEL = /^(?:[1-9]|->\S+|=>.+|%%\S+|[A-Za-z_]\w*):$/;

/** A note, and what was perhaps meant in the place of the name. */
interface Meaning {
  readonly note: string;
  readonly name?: string;
}

/** What an unknown name is in other assemblers, or else does here; undefined if that is not known. */
function otherMeaning(
  name: string,
  operands: string,
  isKnown: (name: string) => boolean,
): Meaning | undefined {
  if (/^[;#]/.test(name)) return { note: "a comment begins with `//'" };
  if (SECTION.test(name))
    return { note: 'sections are declared before they are used: `.section code, data`' };
  const directive = OTHER_DIRECTIVES.get(name) ?? OTHER_DIRECTIVES.get(`.${name}`);
  // C and Lua output do not have all of them.
  if (directive !== undefined && isKnown(directive))
    return { note: `here this is \`${directive}'`, name: directive };
  if (LABEL.test(name) && operands !== '') {
    const label = /^[A-Za-z_]/.test(name) ? `->${name}` : name;
    return { note: `a label is a statement of its own: \`${label}; ${operands}'`, name: `${label};` };
  }
  if (LABEL.test(`${name}:`) && operands === '' && /^(?:[1-9]$|->|=>|%%)/.test(name))
    return { note: `a label ends with a colon: \`${name}:'`, name: `${name}:` };
  // AT&T's letter for the size.
  const stem = /^(?:\.?)([a-z]\w*)[bwlq]$/.exec(name)?.[1];
  return stem !== undefined && isKnown(stem)
    ? { note: `did you mean \`${stem}'? The size follows from the operands`, name: stem }
    : undefined;
}

/** The spellings with one character dropped, swapped with its neighbour, replaced or added. */
function* slips(name: string): Generator<string> {
  for (let index = 0; index <= name.length; index++) {
    const head = name.slice(0, index);
    const tail = name.slice(index);
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const character of ALPHABET) {
      yield head + character + tail;
      if (tail !== '') yield head + character + tail.slice(1);
    }
  }
}

/** Up to four known names that differ from `name` by one slip, or by a leading dot or letter case. */
function similarNames(name: string, isKnown: (name: string) => boolean): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const found = new Set<string>();
  const lower = name.toLowerCase();
  for (const candidate of [lower, `.${lower}`, ...slips(lower)]) {
    if (found.size >= MAX_SUGGESTIONS) break;
    if (candidate !== name && candidate !== '' && isKnown(candidate)) found.add(candidate);
  }
  return [...found];
}

/**
 * The error for an unknown name. `isKnown`, which tells which names exist, is used to find similar ones.
 * `otherArch`: an architecture that has the name. `operands`: what is written behind the name.
 */
export function unknownStatement(
  name: string,
  at: Span,
  isKnown?: (name: string) => boolean,
  otherArch?: string,
  operands = '',
): StatementError {
  const other = isKnown && otherMeaning(name, operands, isKnown);
  const similar = isKnown && other === undefined ? similarNames(name, isKnown) : [];
  const notes = [
    ...(otherArch === undefined ? [] : [`\`${name}' exists on ${otherArch} only`]),
    ...(other === undefined ? [] : [other.note]),
    ...(similar.length > 0 ? [`did you mean ${similar.map(each => `\`${each}'`).join(' or ')}?`] : []),
  ];
  return new StatementError(`unknown statement \`${name}'`, {
    code: 'unknown-statement',
    at,
    notes,
    suggestions: other?.name === undefined ? similar : [other.name],
  });
}

/** Number of forms that a message lists. */
const MAX_FORMS = 6;

/** Prefixes that are statements of their own. */
const PREFIX = /^(?:lock|rep(?:n?[ez])?|[c-gs]s|[ao](?:16|32))$/;

/**
 * The error for a name that takes other numbers of operands. `forms` are those of the instruction;
 * `operands`: what is written behind the name.
 */
export function wrongCount(
  name: string,
  at: Span,
  count: number,
  counts: readonly OperandCount[],
  forms: readonly SupportedForm[],
  operands: string,
): StatementError {
  const isPrefix = count > 0 && PREFIX.test(name);
  const hint = isPrefix
    ? [`a prefix is a statement of its own: \`${name}; ${operands}'`]
    : /[\w\])]\s+[\w[]/.test(operands)
      ? ['commas stand between operands']
      : [];
  const texts = [...new Set(forms.map(form => `${name} ${form.operands}`.trimEnd()))];
  const more = texts.length > MAX_FORMS ? [`… and ${texts.length - MAX_FORMS} more forms`] : [];
  return new StatementError(`\`${name}' takes ${listCounts(counts)}, not ${count}`, {
    code: 'operand-count',
    classic: `wrong number of parameters for \`${name}'`,
    at,
    notes: [...hint, ...(isPrefix ? [] : texts.slice(0, MAX_FORMS)), ...more],
  });
}

function listCounts(counts: readonly OperandCount[]): string {
  const numbers = [...new Set(counts.map(Number))].toSorted((a, b) => a - b);
  const last = numbers.pop() ?? 0;
  const list = numbers.length > 0 ? `${numbers.join(', ')} or ${last}` : String(last);
  return list === '0' ? 'no operands' : list === '1' ? '1 operand' : `${list} operands`;
}
