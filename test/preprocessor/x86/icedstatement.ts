/**
 * iced's text of an instruction as statements of ours. Takes the text with the kinds of its operands; returns
 * the statement, and the same with registers, displacements and immediates that are known at run time only.
 */
import iced, { type OpCodeInfo } from 'iced-x86';

const { EncodingKind } = iced;

/** Operand kinds that are one register or number, or nothing that is written, or are never variable. */
const FIXED = /^(?:[cdefgs]s|al|cl|ax|dx|eax|rax|st0|seg_r\w+|es_rDI|imm8_const_1|seg_reg|tr_reg|imm4_m2z)$/;

/** Instructions with a selector or machine status, which have 16 bits whatever the operand size is. */
export const SELECTORS = 'sldt|str|smsw|lldt|ltr|verr|verw|lmsw|lkgs|mov';

/** What chooses the encoding. */
const CHOOSERS = new Map<number, string>([
  [EncodingKind.VEX, '{vex}'],
  [EncodingKind.EVEX, '{evex}'],
]);

/** Prefixes, mnemonic and operands of iced's text. */
const PARTS = /^((?:(?:lock|rep\w*|xacquire|xrelease|bnd|notrack|wait;|[oa]\d\d)\s+)*)(\w+)\s*(.*)$/;

/** Operands as iced writes them, in our way. */
function ours(operands: string, is64Bit: boolean): string {
  return operands
    .replace(/^to (st\d)$/, '$1, st0')
    .replaceAll(/(?<!,)\s*\{/g, '{')
    .replace(/\[(?:rel|abs) /, '[')
    .replace(/\[(?:abs )?([c-gs]s):/, '$1:[')
    .replace(/^far /, `${is64Bit ? 'qword' : 'dword'} far `)
    .replace(/\b(?:mem\d+|fpuenv\d+|fpustate\d+) /, '');
}

const NAMES: readonly (readonly [name: RegExp, variable: string, names?: readonly string[]])[] = [
  [/\b(rax|rcx|rdx|rbx|rsp|rbp|rsi|rdi)\b/g, 'Rq', ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi']],
  [/\br(\d+)\b/g, 'Rq'],
  [/\b(eax|ecx|edx|ebx|esp|ebp|esi|edi)\b/g, 'Rd', ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi']],
  [/\br(\d+)d\b/g, 'Rd'],
  [/\b(ax|cx|dx|bx|sp|bp|si|di)\b/g, 'Rw', ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di']],
  [/\br(\d+)w\b/g, 'Rw'],
  [/\b(al|cl|dl|bl|spl|bpl|sil|dil)\b/g, 'Rb', ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil']],
  [/\br(\d+)b\b/g, 'Rb'],
  [/\bst(\d)\b(?!,)/g, 'Rf'],
  [/\b([xyzt]?mm|k|cr|dr|bnd)(\d+)\b/g, ''],
];

/** The operand with registers whose numbers are known at run time only. */
function openRegisters(operand: string): string {
  // An address of 16 bits has registers that are known.
  const names = /\[(?:[sd]i|b[xp])\b/.test(operand) ? [] : NAMES;
  return names.reduce(
    (text, [pattern, variable, names]) =>
      text.replace(pattern, (_, first: string, second: string | number) =>
        variable === ''
          ? `${first}(${second})`
          : `${variable}(${names === undefined ? first : names.indexOf(first)})`,
      ),
    operand,
  );
}

/** The operand with numbers that are known at run time only: an immediate, and a displacement. */
function openNumbers(operand: string): string {
  // (Words known at run time are not negative.)
  return operand
    .replace(/^(?!word -)((?:word )?)(-?(?:0x[\da-f]+|\d+))$/, '$1($2)')
    .replace(/\[(0x[\da-f]+|\d+)\]/, '[($1)]')
    .replace(/\+(0x[\da-f]+|\d+)\]/, '+($1)]')
    .replace(/-(0x[\da-f]+|\d+)\]/, '+(-$1)]');
}

/** iced's text as statements. `isRelative`: its memory is at `=>0`. */
export function statementOf(
  text: string,
  kinds: readonly string[],
  { encoding, opCount }: OpCodeInfo,
  is64Bit: boolean,
  isRelative: boolean,
): { readonly text: string; readonly variants: readonly string[] } {
  const [, before = '', name = '', written = ''] = PARTS.exec(text) ?? [];
  const prefixes = before.split(/[\s;]+/).filter(each => each !== '');
  let operands = written === '' ? [] : ours(written, is64Bit).split(/, (?![^[]*\])/);
  if (kinds.some(kind => /^(?:br\d|xbegin)/.test(kind))) {
    // The register that counts stands behind the target; the size of its name is that of a prefix.
    const [, counter] = operands;
    const size = is64Bit ? 'a32' : 'a16';
    if (counter !== undefined && counter !== (is64Bit ? 'rcx' : 'ecx') && !prefixes.includes(size))
      prefixes.push(size);
    const isLoop = /^(?:loop|j[er]?cxz)/.test(name);
    operands = [/^(?:xbegin|br16)_2$/.test(kinds[0] ?? '') ? 'word =>0' : '=>0'];
    // A prefix goes only with a distance that it does not shorten.
    if (kinds[0] === 'br16_1') {
      if (!isLoop) operands = ['short =>0'];
      if (!prefixes.includes('o16')) prefixes.push('o16');
    } else if (kinds[0] === 'br16_2' && prefixes.includes('o16')) {
      prefixes.splice(prefixes.indexOf('o16'), 1);
    }
  }
  // iced writes rounding in front of a general register, the manual behind it: both are taken.
  const rounding = operands.findIndex(each => each.startsWith('{'));
  const isInFront = rounding >= 0 && /^[er]/.test(operands.at(-1) ?? '');
  const shown = operands.length < opCount ? kinds.filter(kind => !FIXED.test(kind)) : kinds;
  if (isRelative) operands = operands.map(each => each.replace(/\[[^\]]*\]/, '[=>0]'));
  if (kinds.some(kind => /^(?:farbr2|brdisp)_2$/.test(kind))) operands = operands.map(each => `word ${each}`);
  const isOffset = kinds.includes('mem_offs');
  // The address is always in rax, whose size is that of addresses.
  if (name === 'invlpga') {
    if (operands[0] !== (is64Bit ? 'rax' : 'eax')) prefixes.push(is64Bit ? 'a32' : 'a16');
    operands = [];
  }
  const isLong = kinds.includes('imm64') || (isOffset && is64Bit);
  if (isOffset) operands = operands.map(each => each.replace(/^\w+ \[(?:qword |dword )?/, '['));
  // `wait` and the instruction behind it have a name together.
  const isWaiting = prefixes.length === 1 && prefixes[0] === 'wait' && name.startsWith('fn');
  if (isWaiting) prefixes.pop();
  let mnemonic = isLong ? 'mov64' : isWaiting ? `f${name.slice(2)}` : name;
  const drop = (prefix: string): boolean => {
    const index = prefixes.indexOf(prefix);
    if (index >= 0) prefixes.splice(index, 1);
    return index >= 0;
  };
  // Prefixes that are a part of the opcode.
  if (/^(?:xsha|xcrypt|montmul|ccs_|xstore_alt)/.test(name)) drop('rep');
  if (/^(?:sysret|sysexit|getsec)$/.test(name) && drop('o64')) mnemonic = `${name}q`;
  if (new RegExp(`^(?:${SELECTORS})$`).test(name) && !drop('o64')) drop('o16');
  if (name === 'retw') {
    prefixes.push('o16');
    mnemonic = 'ret';
  }
  const chooser = CHOOSERS.get(encoding) ?? '';
  const line = (list: readonly string[], prefix = chooser): string =>
    [...prefixes, `${prefix} ${mnemonic} ${list.join(', ')}`.trim()].join('; ');
  const isFixed = (n: number): boolean => FIXED.test(shown[n] ?? '');
  const variants = new Set<string>();
  if (shown.length === operands.filter(each => !each.startsWith('{')).length) {
    const registers = operands.map((each, n) => (isFixed(n) ? each : openRegisters(each)));
    const numbers = operands.map((each, n) => (isFixed(n) ? each : openNumbers(each)));
    const both = registers.map((each, n) => (isFixed(n) ? each : openNumbers(each)));
    for (const list of [registers, numbers, both]) variants.add(line(list));
  }
  if (encoding === EncodingKind.VEX) variants.add(line(operands, ''));
  if (isInFront) variants.add(line([...operands.toSpliced(rounding, 1), operands[rounding] ?? '']));
  variants.delete(line(operands));
  return { text: line(operands), variants: [...variants] };
}
