/**
 * What the processor says of itself: the instructions CPUID and XGETBV. `readRegisters` takes queries;
 * returns the register that each asks for. The code takes no arguments, so that it is the same for all
 * calling conventions, and the same bytes for x86 and x64.
 */
import { actionList, State, type Arch } from '../encoder/index.ts';
import { functionAt } from './cast.ts';
import { codeInPool } from './owncode.ts';

/** A register that CPUID sets. */
export type Register = 'eax' | 'ebx' | 'ecx' | 'edx';

/** CPUID with these values in eax and ecx, and the register that is wanted; or the lower half of XCR0. */
type Query = readonly [leaf: number, subleaf: number, register: Register] | 'xcr0';

/** The chunks of the action list, which test/exec/processorfeatures.test.ts assembles. */
export const STATEMENTS = [
  '.label =>n; push rbx; mov eax, leaf; mov ecx, subleaf; cpuid',
  'pop rbx; ret',
  'mov eax, ebx; pop rbx; ret',
  'mov eax, ecx; pop rbx; ret',
  'mov eax, edx; pop rbx; ret',
  '.label =>n; xor ecx, ecx; xgetbv; ret',
];
// prettier-ignore
export const ACTIONS = [
  249, 83, 184, 237, 185, 237, 15, 162, 255,
  91, 195, 255,
  137, 216, 91, 195, 255,
  137, 200, 91, 195, 255,
  137, 208, 91, 195, 255,
  249, 49, 201, 15, 1, 208, 195, 255,
];
/** Where the chunks begin. */
const [CPUID, XGETBV] = [0, 27];
const RESULTS: Readonly<Record<Register, number>> = { eax: 9, ebx: 12, ecx: 17, edx: 22 };

/** The values of the registers, each 0…2³²−1. */
export function readRegisters(arch: Arch, queries: readonly Query[]): readonly number[] {
  const Dst = new State(actionList({ format: 1, arch, actions: ACTIONS }));
  Dst.growPc(queries.length);
  for (const [index, query] of queries.entries()) {
    if (query === 'xcr0') Dst.put(XGETBV, index);
    else {
      const [leaf, subleaf, register] = query;
      Dst.put(CPUID, index, leaf, subleaf);
      Dst.put(RESULTS[register]);
    }
  }
  const block = codeInPool(Dst, 'dynasm_cpuid');
  try {
    return queries.map((_, index) => {
      const entry = block.address + BigInt(Dst.getPcLabel(index));
      return functionAt<'uint32_t ()'>(entry, 'uint32_t ()', block, '', undefined)();
    });
  } finally {
    block.free();
  }
}
