/**
 * Chooses the form of an instruction. In: the forms of its mnemonic with the right number of operands, and the operands. Out:
 * the first form that matches, with the size of the operation; else an error that lists what would have been accepted.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Form, Kind } from './form.ts';
import { Mode } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Size } from './registers.ts';

export interface Match<F extends Form> {
  readonly form: F;
  /** Size of the operation: that of the `v` and `y` operands. */
  readonly size: Size | undefined;
}

/** At most so many forms are listed with an error. */
const MAX_NOTES = 8;

/** The first of `forms` that takes `operands`; undefined if none does. */
export function matchForm<F extends Form>(
  forms: readonly F[],
  operands: readonly Operand[],
  x64: boolean,
): Match<F> | undefined {
  for (const form of forms) {
    const match = matchesModes(form, operands) ? matchSizes(form, operands, x64) : undefined;
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Why none of `forms` takes `operands`. */
export function explainMismatch(
  name: string,
  forms: readonly Form[],
  operands: readonly Operand[],
  x64: boolean,
): StatementError {
  const written = operands.flatMap(operand => (operand.size === undefined ? [] : [operand.size]));
  const inMode = forms.filter(form => matchesModes(form, operands));
  // Where an operand's size takes no part, the reference does not say "mixed".
  const mixed =
    written.some(size => size !== written[0]) &&
    !inMode.some(form => form.kinds.some(kind => kind.free || (kind.any & Mode.FLOAT) !== 0));
  const near = nearest(forms, operands);
  const wrong = operands.find(
    (operand, n) => !near.some(({ kinds: { [n]: kind } }) => kind && matchesMode(kind, operand)),
  );
  const sizes = operands.map(operand => modeLetter(operand) + (operand.size ?? '?')).join();
  const what = inMode.length === 0 ? 'bad operand mode' : mixed ? 'mixed operand size' : undefined;
  return new StatementError(
    `${what ?? (written.length > 0 ? 'bad operand size' : 'missing operand size')} in \`${name} ${sizes}'`,
    {
      code: inMode.length === 0 ? 'operand-mode' : 'operand-size',
      at: wrong,
      notes: describeForms(name, near, x64),
    },
  );
}

function matchesModes(form: Form, operands: readonly Operand[]): boolean {
  for (let n = 0; n < operands.length; n++) {
    const kind = form.kinds[n];
    if (kind === undefined || !matchesMode(kind, operands[n])) return false;
  }
  return true;
}

function matchesMode(kind: Kind, operand: Operand | undefined): boolean {
  const modes = operand?.modes ?? 0;
  return (modes & kind.any) !== 0 && (modes & kind.all) === kind.all;
}

/** The forms that have most in common with `operands`, those with fitting sizes first. */
function nearest(forms: readonly Form[], operands: readonly Operand[]): readonly Form[] {
  const fitting = (form: Form): number =>
    form.kinds.filter((kind, n) => matchesMode(kind, operands[n])).length;
  const sized = (form: Form): number =>
    form.kinds.filter((kind, n) => {
      const size = operands[n]?.size;
      return size !== undefined && kind.sizes?.includes(size) === true;
    }).length;
  const best = Math.max(...forms.map(fitting));
  return forms.filter(form => fitting(form) === best).toSorted((a, b) => sized(b) - sized(a));
}

function matchSizes<F extends Form>(
  form: F,
  operands: readonly Operand[],
  x64: boolean,
): Match<F> | undefined {
  const { sizes } = form;
  if (sizes.rule === 'any') return { form, size: undefined };
  if (sizes.rule === 'exact') return matchExactSizes(form, operands, x64);
  let size: Size | undefined;
  for (let n = 0; n < operands.length; n++) {
    const kind = form.kinds[n];
    const operand = operands[n];
    const own = kind !== undefined && takesPart(kind) ? operand?.size : undefined;
    if (own !== undefined && size !== undefined && own !== size) return undefined;
    size ??= own;
  }
  if (size === undefined || !sizes.sizes.includes(size)) return undefined;
  if (sizes.operation && size === 'q' && !x64 && !sizes.wide) return undefined;
  return { form, size: sizes.operation ? size : undefined };
}

/** Operands of different sizes: each must have its own. */
function matchExactSizes<F extends Form>(
  form: F,
  operands: readonly Operand[],
  x64: boolean,
): Match<F> | undefined {
  let operation: Size | undefined;
  for (const { position, size: own } of operands) {
    const kind = form.kinds[position];
    if (kind === undefined || kind.free || kind.sizes === undefined) continue;
    if (own === undefined || !kind.sizes.includes(own)) return undefined;
    if (!kind.operation) continue;
    if ((operation !== undefined && operation !== own) || (own === 'q' && !x64)) return undefined;
    operation = own;
  }
  return { form, size: operation };
}

/** Immediates take part, too: a size word or the size of an address must not contradict. */
function takesPart(kind: Kind): boolean {
  return !kind.free && (kind.sizes !== undefined || (kind.any & Mode.IMMEDIATE) !== 0);
}

function modeLetter({ modes }: Operand): string {
  if ((modes & Mode.REGISTER) !== 0) return 'r';
  if ((modes & Mode.MEMORY) !== 0) return 'x';
  return (modes & Mode.FLOAT) === 0 ? 'i' : 'f';
}

/** The operands of forms in the manual's words, each once, at most `MAX_NOTES`. */
export function describeForms(name: string, forms: readonly Form[], x64: boolean): readonly string[] {
  const all = [...new Set(forms.map(form => `${name} ${describeOperands(form.operands, x64)}`.trim()))];
  if (all.length <= MAX_NOTES) return all;
  return [...all.slice(0, MAX_NOTES - 1), `and ${all.length - MAX_NOTES + 1} more`];
}

/** Operand kinds as the manual writes them: `r/mv, imm8sx` is `r/m16/32/64, imm8`. */
export function describeOperands(operands: string, x64: boolean): string {
  const [v, y] = x64 ? ['16/32/64', '32/64'] : ['16/32', '32'];
  return operands
    .replace(/\?|\*2/g, '')
    .replace(/\b(r|m|moffs)v\b/g, `$1${v}`)
    .replace(/\b(r|m)y\b/g, `$1${y}`)
    .replace(/\brAX\b/g, x64 ? 'ax/eax/rax' : 'ax/eax')
    .replace(/\b(immz|expr)\b/g, 'imm16/32')
    .replace(/\bexpr(8|16)\b/g, 'imm$1')
    .replace(/\bexpr64\b/g, 'imm32')
    .replace(/\bimm8sx\b/g, 'imm8')
    .replace(/\bsti\b/g, 'st(i)')
    .replace(/\baddr(64)?\b/g, '&address');
}
