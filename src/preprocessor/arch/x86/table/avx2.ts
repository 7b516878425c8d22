/**
 * AVX2. notation.ts explains the columns. DynASM wants ymm as the last operand of shifts, vpmovsx and
 * vpmovzx, where the manual has xmm: its forms stand in defect.ts, the manual's in correction.ts.
 */
export const AVX2 = `
# AVX2
vbroadcasti128 | ymm, m128                | VEX.256.66.0F38.W0 5A /r
vbroadcastsd   | ymm, xmm                 | VEX.256.66.0F38.W0 19 /r
vbroadcastss   | xmm, xmm                 | VEX.128.66.0F38.W0 18 /r
vbroadcastss   | ymm, xmm                 | VEX.256.66.0F38.W0 18 /r
vextracti128   | xmm/m128, ymm, imm8      | VEX.256.66.0F3A.W0 39 /r ib
vinserti128    | ymm, ymm, xmm/m128, imm8 | VEX.256.66.0F3A.W0 38 /r ib
vmovntdqa      | ymm, m256                | VEX.256.66.0F38.WIG 2A /r
vmpsadbw       | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 42 /r ib
vpabsb         | ymm, ymm/m256            | VEX.256.66.0F38.WIG 1C /r
vpabsd         | ymm, ymm/m256            | VEX.256.66.0F38.WIG 1E /r
vpabsw         | ymm, ymm/m256            | VEX.256.66.0F38.WIG 1D /r
vpackssdw      | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 6B /r
vpacksswb      | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 63 /r
vpackusdw      | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 2B /r
vpackuswb      | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 67 /r
vpaddb         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG FC /r
vpaddd         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG FE /r
vpaddq         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG D4 /r
vpaddsb        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG EC /r
vpaddsw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG ED /r
vpaddusb       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DC /r
vpaddusw       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DD /r
vpaddw         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG FD /r
vpalignr       | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 0F /r ib
vpand          | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DB /r
vpandn         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DF /r
vpavgb         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E0 /r
vpavgw         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E3 /r
vpblendd       | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.W0 02 /r ib
vpblendd       | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.W0 02 /r ib
vpblendvb      | ymm, ymm, ymm/m256, ymm  | VEX.256.66.0F3A.W0 4C /r /is4
vpblendw       | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 0E /r ib
vpbroadcastb   | xmm, xmm/m8              | VEX.128.66.0F38.W0 78 /r
vpbroadcastb   | ymm, xmm/m8              | VEX.256.66.0F38.W0 78 /r
vpbroadcastd   | xmm, xmm/m32             | VEX.128.66.0F38.W0 58 /r
vpbroadcastd   | ymm, xmm/m32             | VEX.256.66.0F38.W0 58 /r
vpbroadcastq   | xmm, xmm/m64             | VEX.128.66.0F38.W0 59 /r
vpbroadcastq   | ymm, xmm/m64             | VEX.256.66.0F38.W0 59 /r
vpbroadcastw   | xmm, xmm/m16             | VEX.128.66.0F38.W0 79 /r
vpbroadcastw   | ymm, xmm/m16             | VEX.256.66.0F38.W0 79 /r
vpcmpeqb       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 74 /r
vpcmpeqd       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 76 /r
vpcmpeqq       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 29 /r
vpcmpeqw       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 75 /r
vpcmpgtb       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 64 /r
vpcmpgtd       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 66 /r
vpcmpgtq       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 37 /r
vpcmpgtw       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 65 /r
vperm2i128     | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.W0 46 /r ib
vpermd         | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 36 /r
vpermpd        | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.W1 01 /r ib
vpermps        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 16 /r
vpermq         | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.W1 00 /r ib
vphaddd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 02 /r
vphaddsw       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 03 /r
vphaddw        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 01 /r
vphsubd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 06 /r
vphsubsw       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 07 /r
vphsubw        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 05 /r
vpmaddubsw     | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 04 /r
vpmaddwd       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG F5 /r
vpmaskmovd     | xmm, xmm, m128           | VEX.128.66.0F38.W0 8C /r
vpmaskmovd     | m128, xmm, xmm           | VEX.128.66.0F38.W0 8E /r
vpmaskmovd     | ymm, ymm, m256           | VEX.256.66.0F38.W0 8C /r
vpmaskmovd     | m256, ymm, ymm           | VEX.256.66.0F38.W0 8E /r
vpmaskmovq     | xmm, xmm, m128           | VEX.128.66.0F38.W1 8C /r
vpmaskmovq     | m128, xmm, xmm           | VEX.128.66.0F38.W1 8E /r
vpmaskmovq     | ymm, ymm, m256           | VEX.256.66.0F38.W1 8C /r
vpmaskmovq     | m256, ymm, ymm           | VEX.256.66.0F38.W1 8E /r
vpmaxsb        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3C /r
vpmaxsd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3D /r
vpmaxsw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG EE /r
vpmaxub        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DE /r
vpmaxud        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3F /r
vpmaxuw        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3E /r
vpminsb        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 38 /r
vpminsd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 39 /r
vpminsw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG EA /r
vpminub        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG DA /r
vpminud        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3B /r
vpminuw        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 3A /r
vpmovmskb      | r32, ymm                 | VEX.256.66.0F.W0 D7 /r
vpmovsxbd      | ymm, m64                 | VEX.256.66.0F38.WIG 21 /r
vpmovsxbq      | ymm, m32                 | VEX.256.66.0F38.WIG 22 /r
vpmovsxbw      | ymm, m128                | VEX.256.66.0F38.WIG 20 /r
vpmovsxdq      | ymm, m128                | VEX.256.66.0F38.WIG 25 /r
vpmovsxwd      | ymm, m128                | VEX.256.66.0F38.WIG 23 /r
vpmovsxwq      | ymm, m64                 | VEX.256.66.0F38.WIG 24 /r
vpmovzxbd      | ymm, m64                 | VEX.256.66.0F38.WIG 31 /r
vpmovzxbq      | ymm, m32                 | VEX.256.66.0F38.WIG 32 /r
vpmovzxbw      | ymm, m128                | VEX.256.66.0F38.WIG 30 /r
vpmovzxdq      | ymm, m128                | VEX.256.66.0F38.WIG 35 /r
vpmovzxwd      | ymm, m128                | VEX.256.66.0F38.WIG 33 /r
vpmovzxwq      | ymm, m64                 | VEX.256.66.0F38.WIG 34 /r
vpmuldq        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 28 /r
vpmulhrsw      | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 0B /r
vpmulhuw       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E4 /r
vpmulhw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E5 /r
vpmulld        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 40 /r
vpmullw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG D5 /r
vpmuludq       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG F4 /r
vpor           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG EB /r
vpsadbw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG F6 /r
vpshufb        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 00 /r
vpshufd        | ymm, ymm/m256, imm8      | VEX.256.66.0F.WIG 70 /r ib
vpshufhw       | ymm, ymm/m256, imm8      | VEX.256.F3.0F.WIG 70 /r ib
vpshuflw       | ymm, ymm/m256, imm8      | VEX.256.F2.0F.WIG 70 /r ib
vpsignb        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 08 /r
vpsignd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 0A /r
vpsignw        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.WIG 09 /r
vpslld         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 72 /6 ib
vpslld         | ymm, ymm, m128-          | VEX.256.66.0F.WIG F2 /r
vpslldq        | ymm, ymm, imm8           | VEX.256.66.0F.WIG 73 /7 ib
vpsllq         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 73 /6 ib
vpsllq         | ymm, ymm, m128-          | VEX.256.66.0F.WIG F3 /r
vpsllvd        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 47 /r
vpsllvd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 47 /r
vpsllvq        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W1 47 /r
vpsllvq        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W1 47 /r
vpsllw         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 71 /6 ib
vpsllw         | ymm, ymm, m128-          | VEX.256.66.0F.WIG F1 /r
vpsrad         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 72 /4 ib
vpsrad         | ymm, ymm, m128-          | VEX.256.66.0F.WIG E2 /r
vpsravd        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 46 /r
vpsravd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 46 /r
vpsraw         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 71 /4 ib
vpsraw         | ymm, ymm, m128-          | VEX.256.66.0F.WIG E1 /r
vpsrld         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 72 /2 ib
vpsrld         | ymm, ymm, m128-          | VEX.256.66.0F.WIG D2 /r
vpsrldq        | ymm, ymm, imm8           | VEX.256.66.0F.WIG 73 /3 ib
vpsrlq         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 73 /2 ib
vpsrlq         | ymm, ymm, m128-          | VEX.256.66.0F.WIG D3 /r
vpsrlvd        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 45 /r
vpsrlvd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 45 /r
vpsrlvq        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W1 45 /r
vpsrlvq        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W1 45 /r
vpsrlw         | ymm, ymm, imm8           | VEX.256.66.0F.WIG 71 /2 ib
vpsrlw         | ymm, ymm, m128-          | VEX.256.66.0F.WIG D1 /r
vpsubb         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG F8 /r
vpsubd         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG FA /r
vpsubq         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG FB /r
vpsubsb        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E8 /r
vpsubsw        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG E9 /r
vpsubusb       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG D8 /r
vpsubusw       | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG D9 /r
vpsubw         | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG F9 /r
vpunpckhbw     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 68 /r
vpunpckhdq     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 6A /r
vpunpckhqdq    | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 6D /r
vpunpckhwd     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 69 /r
vpunpcklbw     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 60 /r
vpunpckldq     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 62 /r
vpunpcklqdq    | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 6C /r
vpunpcklwd     | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 61 /r
vpxor          | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG EF /r
`;
