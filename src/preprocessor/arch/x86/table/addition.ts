/**
 * Instructions that DynASM 1.5.0 does not know. TypeScript output takes them. C and Lua output do not:
 * sources written for DynASM may have macros of these names. notation.ts explains the columns.
 */
export const ADDED = `
// Atomic operations and byte order
# BASE
cmpxchg           | r/m8, r8                 | 0F B0 /r
cmpxchg           | r/mv, rv                 | 0F B1 /r
# CX8
cmpxchg8b         | m64                      | 0F C7 /1
# CMPXCHG16B
cmpxchg16b        | m128                     | REX.W 0F C7 /1               | x64
# BASE
xadd              | r/m8, r8                 | 0F C0 /r
xadd              | r/mv, rv                 | 0F C1 /r
# MOVBE
movbe             | rv, mv                   | 0F 38 F0 /r
movbe             | mv, rv                   | 0F 38 F1 /r

// Branches with a distance of one byte
# BASE
jmp               | short                    | EB cb
j<cc>             | short                    | 70+cc cb
loop              | rel8                     | E2 cb
loope/loopz       | rel8                     | E1 cb
loopne/loopnz     | rel8                     | E0 cb
jcxz              | rel8                     | 67 E3 cb                     | x86
jecxz             | rel8                     | E3 cb                        | x86
jecxz             | rel8                     | 67 E3 cb                     | x64
jrcxz             | rel8                     | E3 cb                        | x64

// Branches whose target is cut to 16 bits. On x64 Intel's processors read a distance of 32 bits all the same.
# BASE
call              | rel16                    | o16 E8 cw                    | x86
jmp               | rel16                    | o16 E9 cw                    | x86
j<cc>             | rel16                    | o16 0F 80+cc cw              | x86

// Strings of quadwords
movsq             |                          | REX.W A5                     | x64
cmpsq             |                          | REX.W A7                     | x64
stosq             |                          | REX.W AB                     | x64
lodsq             |                          | REX.W AD                     | x64
scasq             |                          | REX.W AF                     | x64

nop               | r/mv                     | 0F 1F /0
xlatb             |                          | D7
pushad            |                          | 60                           | x86
popad             |                          | 61                           | x86
ud2               |                          | 0F 0B
# SYSCALL
syscall           |                          | 0F 05
# SEP
sysenter          |                          | 0F 34

// Time, random numbers, processor and thread
# RDTSCP
rdtscp            |                          | 0F 01 F9
# RDRAND
rdrand            | rv                       | 0F C7 /6
# RDSEED
rdseed            | rv                       | 0F C7 /7
# RDPID
rdpid             | r32                      | F3 0F C7 /7                  | x86
rdpid             | r64                      | F3 0F C7 /7                  | x64
# FSGSBASE
rdfsbase          | ry                       | F3 0F AE /0                  | x64
rdgsbase          | ry                       | F3 0F AE /1                  | x64
wrfsbase          | ry                       | F3 0F AE /2                  | x64
wrgsbase          | ry                       | F3 0F AE /3                  | x64
# OSPKE
rdpkru            |                          | 0F 01 EE
wrpkru            |                          | 0F 01 EF
# BASE
rdsspd            | r32                      | F3 0F 1E /1
rdsspq            | r64                      | F3 REX.W 0F 1E /1            | x64
# CET_SS
incsspd           | r32                      | F3 0F AE /5
incsspq           | r64                      | F3 REX.W 0F AE /5            | x64

// Caches
# PREFETCHW
prefetchw         | m8                       | 0F 0D /1
# CLFLUSHOPT
clflushopt        | m                        | 66 0F AE /7
# CLWB
clwb              | m                        | 66 0F AE /6
# BASE
cldemote          | m                        | 0F 1C /0

// State of the processor
# FXSR
fxsave64          | m                        | REX.W 0F AE /0               | x64
fxrstor64         | m                        | REX.W 0F AE /1               | x64
# XSAVE
xsave             | m                        | 0F AE /4 norex2
xsave64           | m                        | REX.W 0F AE /4 norex2        | x64
xrstor            | m                        | 0F AE /5 norex2
xrstor64          | m                        | REX.W 0F AE /5 norex2        | x64
# XSAVEOPT
xsaveopt          | m                        | 0F AE /6 norex2
xsaveopt64        | m                        | REX.W 0F AE /6 norex2        | x64
# XSAVEC
xsavec            | m                        | 0F C7 /4 norex2
xsavec64          | m                        | REX.W 0F C7 /4 norex2        | x64
# XSAVE
xgetbv            |                          | 0F 01 D0

// Transactions
# RTM
xbegin            | rel32                    | C7 F8 cd
xbegin            | rel16                    | o16 C7 F8 cw
xend              |                          | 0F 01 D5
xabort            | imm8                     | C6 F8 ib
xtest             |                          | 0F 01 D6

# FPU
ffree             | sti                      | DD C0+r
ffreep            | sti                      | DF C0+r
finit             |                          | 9B DB E3
fninit            |                          | DB E3
fsave             | m                        | 9B DD /6
fnsave            | m                        | DD /6
frstor            | m                        | DD /4
fbld              | m80                      | DF /4
fbstp             | m80                      | DF /6

# SHA
sha1rnds4         | xmm, xmm/m128, imm8      | 0F 3A CC /r ib
sha1nexte         | xmm, xmm/m128            | 0F 38 C8 /r
sha1msg1          | xmm, xmm/m128            | 0F 38 C9 /r
sha1msg2          | xmm, xmm/m128            | 0F 38 CA /r
sha256rnds2       | xmm, xmm/m128, xmm0      | 0F 38 CB /r
sha256msg1        | xmm, xmm/m128            | 0F 38 CC /r
sha256msg2        | xmm, xmm/m128            | 0F 38 CD /r

# GFNI
gf2p8affineqb     | xmm, xmm/m128, imm8      | 66 0F 3A CE /r ib
gf2p8affineinvqb  | xmm, xmm/m128, imm8      | 66 0F 3A CF /r ib
gf2p8mulb         | xmm, xmm/m128            | 66 0F 38 CF /r
# GFNI AVX
vgf2p8affineqb    | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.W1 CE /r ib
vgf2p8affineqb    | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.W1 CE /r ib
vgf2p8affineinvqb | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.W1 CF /r ib
vgf2p8affineinvqb | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.W1 CF /r ib
vgf2p8mulb        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 CF /r
vgf2p8mulb        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 CF /r

# F16C
vcvtph2ps         | xmm, xmm/m64             | VEX.128.66.0F38.W0 13 /r
vcvtph2ps         | ymm, xmm/m128            | VEX.256.66.0F38.W0 13 /r
vcvtps2ph         | xmm/m64, xmm, imm8       | VEX.128.66.0F3A.W0 1D /r ib
vcvtps2ph         | xmm/m128, ymm, imm8      | VEX.256.66.0F3A.W0 1D /r ib

# VAES
vaesdec           | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG DE /r
vaesdeclast       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG DF /r
vaesenc           | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG DC /r
vaesenclast       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG DD /r
# VPCLMULQDQ
vpclmulqdq        | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 44 /r ib

# AVX-VNNI
vpdpbusd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 50 /r
vpdpbusd          | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 50 /r
vpdpbusds         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 51 /r
vpdpbusds         | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 51 /r
vpdpwssd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 52 /r
vpdpwssd          | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 52 /r
vpdpwssds         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 53 /r
vpdpwssds         | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 53 /r
`;
