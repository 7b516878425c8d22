/** SSSE3, SSE4.1, SSE4.2, SSE4a, AES and PCLMULQDQ. notation.ts explains the columns. */
export const SSE4 = `
# SSSE3
pabsb            | xmm, xmm/m128            | 66 0F 38 1C /r
pabsd            | xmm, xmm/m128            | 66 0F 38 1E /r
pabsw            | xmm, xmm/m128            | 66 0F 38 1D /r
palignr          | xmm, xmm/m128, imm8      | 66 0F 3A 0F /r ib
phaddd           | xmm, xmm/m128            | 66 0F 38 02 /r
phaddsw          | xmm, xmm/m128            | 66 0F 38 03 /r
phaddw           | xmm, xmm/m128            | 66 0F 38 01 /r
phsubd           | xmm, xmm/m128            | 66 0F 38 06 /r
phsubsw          | xmm, xmm/m128            | 66 0F 38 07 /r
phsubw           | xmm, xmm/m128            | 66 0F 38 05 /r
pmaddubsw        | xmm, xmm/m128            | 66 0F 38 04 /r
pmulhrsw         | xmm, xmm/m128            | 66 0F 38 0B /r
pshufb           | xmm, xmm/m128            | 66 0F 38 00 /r
psignb           | xmm, xmm/m128            | 66 0F 38 08 /r
psignd           | xmm, xmm/m128            | 66 0F 38 0A /r
psignw           | xmm, xmm/m128            | 66 0F 38 09 /r
# SSE4.1
blendpd          | xmm, xmm/m128, imm8      | 66 0F 3A 0D /r ib
blendps          | xmm, xmm/m128, imm8      | 66 0F 3A 0C /r ib
blendvpd         | xmm, xmm/m128, xmm0      | 66 0F 38 15 /r
blendvps         | xmm, xmm/m128, xmm0      | 66 0F 38 14 /r
dppd             | xmm, xmm/m128, imm8      | 66 0F 3A 41 /r ib
dpps             | xmm, xmm/m128, imm8      | 66 0F 3A 40 /r ib
extractps        | r/m32, xmm, imm8         | 66 0F 3A 17 /r ib
extractps        | r64/m32, xmm, imm8       | 66 REX.W 0F 3A 17 /r ib      | x64
insertps         | xmm, xmm/m32, imm8       | 66 0F 3A 21 /r ib
movntdqa         | xmm, m128                | 66 0F 38 2A /r
mpsadbw          | xmm, xmm/m128, imm8      | 66 0F 3A 42 /r ib
packusdw         | xmm, xmm/m128            | 66 0F 38 2B /r
pblendvb         | xmm, xmm/m128, xmm0      | 66 0F 38 10 /r
pblendw          | xmm, xmm/m128, imm8      | 66 0F 3A 0E /r ib
pcmpeqq          | xmm, xmm/m128            | 66 0F 38 29 /r
pextrb           | r32/m8, xmm, imm8        | 66 0F 3A 14 /r ib
pextrb           | r64/m8, xmm, imm8        | 66 0F 3A 14 /r ib            | x64
pextrd           | r/m32, xmm, imm8         | 66 0F 3A 16 /r ib
pextrq           | r/m64, xmm, imm8         | 66 REX.W 0F 3A 16 /r ib
pextrw           | r32/m16, xmm, imm8       | 66 0F 3A 15 /r ib
phminposuw       | xmm, xmm/m128            | 66 0F 38 41 /r
pinsrb           | xmm, r32/m8, imm8        | 66 0F 3A 20 /r ib
pinsrd           | xmm, r/m32, imm8         | 66 0F 3A 22 /r ib
pinsrq           | xmm, r/m64, imm8         | 66 REX.W 0F 3A 22 /r ib
pmaxsb           | xmm, xmm/m128            | 66 0F 38 3C /r
pmaxsd           | xmm, xmm/m128            | 66 0F 38 3D /r
pmaxud           | xmm, xmm/m128            | 66 0F 38 3F /r
pmaxuw           | xmm, xmm/m128            | 66 0F 38 3E /r
pminsb           | xmm, xmm/m128            | 66 0F 38 38 /r
pminsd           | xmm, xmm/m128            | 66 0F 38 39 /r
pminud           | xmm, xmm/m128            | 66 0F 38 3B /r
pminuw           | xmm, xmm/m128            | 66 0F 38 3A /r
pmovsxbd         | xmm, xmm/m32             | 66 0F 38 21 /r
pmovsxbq         | xmm, xmm/m16             | 66 0F 38 22 /r
pmovsxbw         | xmm, xmm/m64             | 66 0F 38 20 /r
pmovsxdq         | xmm, xmm/m64             | 66 0F 38 25 /r
pmovsxwd         | xmm, xmm/m64             | 66 0F 38 23 /r
pmovsxwq         | xmm, xmm/m32             | 66 0F 38 24 /r
pmovzxbd         | xmm, xmm/m32             | 66 0F 38 31 /r
pmovzxbq         | xmm, xmm/m16             | 66 0F 38 32 /r
pmovzxbw         | xmm, xmm/m64             | 66 0F 38 30 /r
pmovzxdq         | xmm, xmm/m64             | 66 0F 38 35 /r
pmovzxwd         | xmm, xmm/m64             | 66 0F 38 33 /r
pmovzxwq         | xmm, xmm/m32             | 66 0F 38 34 /r
pmuldq           | xmm, xmm/m128            | 66 0F 38 28 /r
pmulld           | xmm, xmm/m128            | 66 0F 38 40 /r
ptest            | xmm, xmm/m128            | 66 0F 38 17 /r
roundpd          | xmm, xmm/m128, imm8      | 66 0F 3A 09 /r ib
roundps          | xmm, xmm/m128, imm8      | 66 0F 3A 08 /r ib
roundsd          | xmm, xmm/m64, imm8       | 66 0F 3A 0B /r ib
roundss          | xmm, xmm/m32, imm8       | 66 0F 3A 0A /r ib
# SSE4.2
pcmpestri        | xmm, xmm/m128, imm8      | 66 0F 3A 61 /r ib
pcmpestrm        | xmm, xmm/m128, imm8      | 66 0F 3A 60 /r ib
pcmpgtq          | xmm, xmm/m128            | 66 0F 38 37 /r
pcmpistri        | xmm, xmm/m128, imm8      | 66 0F 3A 63 /r ib
pcmpistrm        | xmm, xmm/m128, imm8      | 66 0F 3A 62 /r ib
# SSE4A
extrq            | xmm, imm8, imm8          | 66 0F 78 /0 ib ib
extrq            | xmm, xmm                 | 66 0F 79 /r
insertq          | xmm, xmm                 | F2 0F 79 /r
insertq          | xmm, xmm, imm8, imm8     | F2 0F 78 /r ib ib
movntsd          | m64, xmm                 | F2 0F 2B /r
movntss          | m32, xmm                 | F3 0F 2B /r
# AES
aesdec           | xmm, xmm/m128            | 66 0F 38 DE /r
aesdeclast       | xmm, xmm/m128            | 66 0F 38 DF /r
aesenc           | xmm, xmm/m128            | 66 0F 38 DC /r
aesenclast       | xmm, xmm/m128            | 66 0F 38 DD /r
aesimc           | xmm, xmm/m128            | 66 0F 38 DB /r
aeskeygenassist  | xmm, xmm/m128, imm8      | 66 0F 3A DF /r ib
# AES AVX
vaesdec          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG DE /r
vaesdeclast      | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG DF /r
vaesenc          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG DC /r
vaesenclast      | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG DD /r
vaesimc          | xmm, xmm/m128            | VEX.128.66.0F38.WIG DB /r
vaeskeygenassist | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.WIG DF /r ib
# PCLMULQDQ
pclmulqdq        | xmm, xmm/m128, imm8      | 66 0F 3A 44 /r ib
# PCLMULQDQ AVX
vpclmulqdq       | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 44 /r ib
`;
