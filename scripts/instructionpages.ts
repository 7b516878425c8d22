/**
 * The reference of instructions, docs/instructions: makes its pages out of the instruction table, a page for
 * each family. `npm run instructions` writes them; test/instructionpages.test.ts says whether they are
 * current.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findForms } from '../src/preprocessor/index.ts';

export const FOLDER = join(import.meta.dirname, '../docs/instructions');

interface Family {
  readonly file: string;
  readonly title: string;
  /** Features that a form needs, separated by blanks, if it is of the family, … */
  readonly features: RegExp;
  /** … and its operands. */
  readonly operands?: RegExp;
}

/** The first that takes the features of a form has it. */
const FAMILIES: readonly Family[] = [
  { file: 'base.md', title: 'What every processor has', features: /^$/ },
  { file: 'apx.md', title: 'APX', features: /\bAPX/ },
  { file: 'avx10.md', title: 'AVX10', features: /\bAVX10/ },
  { file: 'avx512f.md', title: 'AVX-512 Foundation', features: /^AVX512F( AVX512VL)?$/ },
  {
    file: 'avx512bw.md',
    title: 'AVX-512: bytes and words, doublewords and quadwords, conflicts',
    features: /^AVX512(BW|DQ|CD)\b/,
  },
  { file: 'avx512fp16.md', title: 'AVX-512: half precision', features: /^AVX512_FP16\b/ },
  { file: 'avx512.md', title: 'AVX-512: further extensions', features: /(?<!-)\bAVX512/ },
  { file: 'amx.md', title: 'AMX', features: /\bAMX/ },
  { file: 'xop.md', title: 'XOP, FMA4, TBM and LWP', features: /\b(XOP|FMA4|TBM|LWP)\b/ },
  {
    file: 'avx.md',
    title: 'AVX, AVX2, FMA and what builds on them',
    features: /\b(AVX|FMA|F16C|VAES|VPCLMULQDQ)/,
  },
  { file: 'mmx.md', title: 'MMX and 3DNow!', features: /\bMMX\b|3DNOW/i },
  { file: 'x87.md', title: 'x87', features: /\bFPU\b/ },
  { file: 'sse.md', title: 'SSE to SSE4, AES and SHA', features: /\b(SSE|SSSE|FXSR|AES|PCLMULQDQ|SHA|GFNI)/ },
  {
    file: 'bits.md',
    title: 'Bits and general registers',
    features: /\b(BMI|LZCNT|POPCNT|ADX|MOVBE|CMOV|CX8|CMPXCHG16B|LAHF)/,
  },
  {
    file: 'system.md',
    title: 'Systems, virtual machines and enclaves',
    features:
      /^(USER_MSR|CET_SS|FRED|HRESET|INVLPGB|INVPCID|LKGS|MCOMMIT|MONITOR|MSR|OSS|PCONFIG|RMP(?:QUERY|READ)|SEP|SEV|SGX|SKINIT|SMAP|SMM|SMX|SVM|SYSCALL|TDX|TSE|UDBG|VMX|WBNOINVD|WRMSRNS|XSAVES)/,
  },
  {
    file: 'historic.md',
    title: 'Instructions of single processors',
    features: /^(CENTAUR|CL1INVMB|INTEL\d|MPX|PADLOCK|PCOMMIT|UMOV)/,
  },
  { file: 'further.md', title: 'Further extensions', features: /^/ },
];

/** Registers of vectors and floating point. */
const SIMD = /\b[BHSDQV][dnmats]\d?\b/;

const ARM64_FAMILIES: readonly Family[] = [
  {
    file: 'arm64-base.md',
    title: 'ARM64: what every processor has',
    features: /^$/,
    operands: /^(?!.*\b[BHSDQV][dnmats]\d?\b)/,
  },
  { file: 'arm64-simd.md', title: 'ARM64: floating point and Advanced SIMD', features: /^$/ },
  { file: 'arm64-fp16.md', title: 'ARM64: half precision', features: /\bFEAT_(FP16|FHM)\b/ },
  {
    file: 'arm64-atomics.md',
    title: 'ARM64: atomics and memory order',
    features: /\bFEAT_(LSE|LSE128|LOR|LRCPC\d?|LS64|THE)\b/,
  },
  { file: 'arm64-mops.md', title: 'ARM64: memory copies', features: /\bFEAT_MOPS\b/ },
  {
    file: 'arm64-simdfurther.md',
    title: 'ARM64: further extensions of Advanced SIMD',
    features: /^/,
    operands: SIMD,
  },
  { file: 'arm64-further.md', title: 'ARM64: further extensions', features: /^/ },
];

interface Row {
  readonly mnemonic: string;
  readonly operands: string;
  readonly encoding: string;
  readonly features: string;
  /** The only architecture that has the form; empty if both have it. */
  readonly arch: string;
}

/** The forms of both architectures of x86. */
function x86Rows(): readonly Row[] {
  const x64 = findForms('x64');
  const x86 = findForms('x86');
  // On x86 the operand size is never 64 bits.
  const key = ({ mnemonic, operands, encoding, features }: Omit<Row, 'arch'>): string =>
    [mnemonic, operands.replaceAll('/64', '').replaceAll('/rax', ''), encoding, features].join('|');
  const [onX64, onX86] = [new Set(x64.map(key)), new Set(x86.map(key))];
  return [
    ...x64.map(form => ({ ...form, arch: onX86.has(key(form)) ? '' : 'x64' })),
    ...x86.filter(form => !onX64.has(key(form))).map(form => ({ ...form, arch: 'x86' })),
  ];
}

function grouped<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [value]);
    else others.push(value);
  }
  return groups;
}

/** The pages by the names of their files. */
export function instructionPages(): ReadonlyMap<string, string> {
  const x86 = familyPages(FAMILIES, x86Rows());
  const arm64 = familyPages(
    ARM64_FAMILIES,
    findForms('arm64').map(form => ({ ...form, arch: '' })),
  );
  const index = `${HEAD}\n${x86.index}\n${arm64.index}\n${NOTATION}`;
  return new Map([...x86.pages, ...arm64.pages, ['README.md', index]]);
}

/** The pages of families, and the lines of the index that lead to them. */
function familyPages(
  families: readonly Family[],
  rows: readonly Row[],
): { readonly pages: ReadonlyMap<string, string>; readonly index: string } {
  const byFamily = grouped(rows, row => {
    const family = families.find(
      ({ features, operands = /^/ }) => features.test(row.features) && operands.test(row.operands),
    );
    if (family === undefined) throw new RangeError(`no family has ${row.features}`);
    return family;
  });
  const pages = new Map<string, string>();
  const index: string[] = [];
  for (const family of families) {
    const own = byFamily.get(family);
    if (own === undefined) continue;
    pages.set(family.file, pageOf(family, own));
    const names = new Set(own.map(({ mnemonic }) => mnemonic)).size;
    index.push(`- [${family.title}](${family.file}): ${names} instructions, ${own.length} forms`);
  }
  return { pages, index: `${index.join('\n')}\n` };
}

const HEAD = `# Instructions

All forms of all instructions that TypeScript output and \`dynasm asm\` have, made from the instruction table by \`npm run instructions\`. C and Lua output
have those of DynASM. \`dynasm instructions\` lists the same, by name and for a processor ([command line](../command-line.md#instructions)).
`;

const NOTATION = `## Notation

Of x86 and x64, it is that of Intel's manual (volume 2, 3.1.1). Behind a form stands x64 or x86 where only that architecture has it.

- \`r16/32/64\`, \`r/m8\`, \`m128\`: a general register, either that or memory, memory, with their sizes in bits. \`xmm/m64\`: a register or memory.
- \`{k}\` may have a mask, \`{k!}\` must have one, \`{z}\` may clear what the mask leaves out, \`{er}\` may round, \`{sae}\` may suppress exceptions, all of
  them behind that operand: \`zmm1{k2}{z}\`, \`zmm3{rn-sae}\`. \`m32bcst\`: memory that is broadcast, \`dword [rax]{1to8}\`.
- APX: \`EVEX.LLZ.MAP4\` without W has W and prefix 66 by the operand size; \`ND\`: the first operand is a new destination; \`ZU\`: the rest of the
  destination becomes 0; \`NF\`: \`{nf}\` may stand in front, and leaves the flags as they are; \`NF1\`: NF is 1; \`SC\`: the condition. The registers \`r16\` … \`r31\` stand in every
  form with EVEX, and in those without VEX whose opcode is one byte, or 0F and one byte; these get the prefix REX2.
- \`vm32x\`: memory whose index is a vector register (x: xmm, y: ymm, z: zmm), \`[rax+xmm1*4]\`.
- \`imm8\` … \`imm64\`: a number; \`rel8\`, \`rel32\`: a label; \`moffs\`: memory at an address of its own.
- Encodings are those of the manual: prefixes and opcode, or VEX, EVEX or XOP with length, prefix, map and W; \`+r\`: the register is part of the
  opcode; \`/r\`, \`/0\` … \`/7\`: ModRM; \`ib\`, \`iw\`, \`id\`, \`io\`, \`iz\`: an immediate (\`iz|ib\`: known at run time only, and
  then as short as it can be); \`cb\`, \`cd\`: a distance; \`/is4\`: a register in an immediate byte.

Of ARM64, it is that of Arm's manual (Arm Architecture Reference Manual, C6 and C7):

- \`Wd\`, \`Xn\`: a general register, whose number 31 is the zero register; \`Xn|SP\`: 31 is the stack pointer. \`Bd\` … \`Qd\`: a register of floating point;
  \`Vd.4S\`: a vector with its arrangement; \`Vm.S[index]\`: one element; \`Xs+1\`: the register behind \`Xs\`.
- \`#imm\`, \`#fimm\`: a number, with a fraction; \`label\`: a place in the code; \`:lo12:label\`: the lower bits of its address; \`=value\`: a value that is put
  into a literal pool; \`cond\`: a condition. Braces: the amount may be missing.
- Encodings have 32 bits, the highest first, as digits and the manual's names of fields. \`#-imm\`: a negative number, for which the
  opposite instruction is encoded.
`;

function pageOf({ title }: Family, own: readonly Row[]): string {
  const groups = grouped(own, ({ features }) => features);
  const sections = [...groups.keys()].toSorted().map(features => {
    const heading = features === '' || groups.size === 1 ? '' : `## ${features.replaceAll(' ', ' and ')}\n\n`;
    return `${heading}\`\`\`text\n${tableOf(groups.get(features) ?? [])}\`\`\`\n`;
  });
  const [only = ''] = groups.keys();
  const needed =
    groups.size === 1 && only !== '' ? `Processor feature: ${only.replaceAll(' ', ' and ')}.\n\n` : '';
  return `# ${title}\n\n${needed}[Instructions](README.md): the other pages, and the notation.\n\n${sections.join('\n')}`;
}

/** Lines in columns. */
function tableOf(own: readonly Row[]): string {
  const sorted = own.toSorted((a, b) => (a.mnemonic < b.mnemonic ? -1 : Number(a.mnemonic > b.mnemonic)));
  const columns = (['mnemonic', 'operands', 'encoding'] as const).map(
    column => [column, Math.max(...sorted.map(row => row[column].length)) + 2] as const,
  );
  return sorted
    .map(row => {
      const cells = columns.map(([column, width]) => row[column].padEnd(width));
      return `${`${cells.join('')}${row.arch}`.trimEnd()}\n`;
    })
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [file, text] of instructionPages()) writeFileSync(join(FOLDER, file), text);
}
