/**
 * Forms that DynASM 1.5.0 takes and encodes wrongly. C and Lua output write its bytes and warn; TypeScript
 * output refuses the statement. These rows are tried before all others. notation.ts explains the columns.
 */
export const DEFECTS = `
// The size word changes the opcode or adds a prefix.
fxsave    | m8                    | 0F AD /0
fxsave    | m16                   | o16 0F AE /0
fxrstor   | m8                    | 0F AD /1
fxrstor   | m16                   | o16 0F AE /1
clflush   | m8                    | 0F AD /7
clflush   | m16                   | o16 0F AE /7
fldenv    | m8                    | D8 /4
fldenv    | m16                   | o16 D9 /4
fnstenv   | m8                    | D8 /6
fnstenv   | m16                   | o16 D9 /6
fstenv    | m8                    | 9B D8 /6
fstenv    | m16                   | o16 9B D9 /6
// x86 does not have REX.W, which these need.
cqo       |                       | 48 99                       | x86
cdqe      |                       | 48 98                       | x86
vcvtsi2ss | xmm, xmm, m64         | VEX.LIG.F3.0F.W1 2A /r      | x86
vcvtsi2sd | xmm, xmm, m64         | VEX.LIG.F2.0F.W1 2A /r      | x86
vpextrq   | r/m64, xmm, imm8      | VEX.128.66.0F3A.W1 16 /r ib | x86
vpinsrq   | xmm, xmm, r/m64, imm8 | VEX.128.66.0F3A.W1 22 /r ib | x86
// The instruction clears the upper half of rax, but 90 does nothing.
xchg      | eax, eax              | 90                          | x64
// The processor loads and stores only the accumulator at a 64-bit address.
mov64     | xmm0, moffs           | A1 mo                       | x64
mov64     | ymm0, moffs           | A1 mo                       | x64
mov64     | moffs, xmm0           | A3 mo                       | x64
mov64     | moffs, ymm0           | A3 mo                       | x64
`;
