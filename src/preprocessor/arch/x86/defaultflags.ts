/**
 * Default flags of conditional comparisons, `ccmpb {dfv=of,cf} rax, rbx`: what the flags are if the condition
 * is false (APX, 3.1.8). Takes the first operand; returns what is left of it, and the flags as the bits of
 * vvvv.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';

const FLAGS: ReadonlyMap<string, number> = new Map([
  ['of', 8],
  ['sf', 4],
  ['zf', 2],
  ['cf', 1],
]);
const ADVICE = 'the flags are of, sf, zf and cf: {dfv=of,cf}; none is {dfv=}, which may be left out';

/** @throws {StatementError} what stands in braces names no flags */
export function takeFlags(operand: Slice): { readonly rest: Slice; readonly flags: number } {
  if (!operand.text.startsWith('{')) return { rest: operand, flags: 0 };
  const close = operand.text.indexOf('}');
  const group = cut(operand, 0, close + 1);
  const [, list] = /^\{\s*dfv\s*=([^}]*)\}$/.exec(group.text) ?? [];
  if (list === undefined) fail(`\`${group.text}' does not say which flags are set`, group);
  let flags = 0;
  for (const name of list.trim() === '' ? [] : list.split(',').map(each => each.trim())) {
    const flag = FLAGS.get(name);
    if (flag === undefined) fail(`\`${name}' is not a flag that {dfv=…} can set`, group);
    if ((flags & flag) !== 0) fail(`\`${name}' stands twice in \`${group.text}'`, group);
    flags |= flag;
  }
  return { rest: trimmed(cut(operand, close + 1)), flags };
}

/** @throws {StatementError} flags stand in front of an operand that has none */
export function rejectFlags(operand: Slice): void {
  if (!/^\{\s*dfv\b/.test(operand.text)) return;
  const group = cut(operand, 0, operand.text.indexOf('}') + 1);
  const place = "only in front of the first operand of `ccmp' and `ctest' with a condition";
  fail(`\`${group.text || operand.text}' stands ${place}`, group);
}

function fail(message: string, at: Slice): never {
  throw new StatementError(message, { code: 'decorator', at, notes: [ADVICE] });
}
