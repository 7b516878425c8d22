/**
 * AVX-512 for bytes and words, doublewords and quadwords, and conflict detection; with the instructions for
 * masks. notation.ts explains the columns.
 */
export const AVX512_BWDQ = `
# AVX512BW
kaddd           | k, k, k                            | VEX.L1.66.0F.W1 4A /r
kaddq           | k, k, k                            | VEX.L1.0F.W1 4A /r
kandd           | k, k, k                            | VEX.L1.66.0F.W1 41 /r
kandnd          | k, k, k                            | VEX.L1.66.0F.W1 42 /r
kandnq          | k, k, k                            | VEX.L1.0F.W1 42 /r
kandq           | k, k, k                            | VEX.L1.0F.W1 41 /r
kmovd           | k, k/m32                           | VEX.L0.66.0F.W1 90 /r
kmovd           | m32, k                             | VEX.L0.66.0F.W1 91 /r
kmovd           | k, r32                             | VEX.L0.F2.0F.W0 92 /r
kmovd           | r32, k                             | VEX.L0.F2.0F.W0 93 /r
kmovq           | k, k/m64                           | VEX.L0.0F.W1 90 /r
kmovq           | m64, k                             | VEX.L0.0F.W1 91 /r
kmovq           | k, r64                             | VEX.L0.F2.0F.W1 92 /r        | x64
kmovq           | r64, k                             | VEX.L0.F2.0F.W1 93 /r        | x64
knotd           | k, k                               | VEX.L0.66.0F.W1 44 /r
knotq           | k, k                               | VEX.L0.0F.W1 44 /r
kord            | k, k, k                            | VEX.L1.66.0F.W1 45 /r
korq            | k, k, k                            | VEX.L1.0F.W1 45 /r
kortestd        | k, k                               | VEX.L0.66.0F.W1 98 /r
kortestq        | k, k                               | VEX.L0.0F.W1 98 /r
kshiftld        | k, k, imm8                         | VEX.L0.66.0F3A.W0 33 /r ib
kshiftlq        | k, k, imm8                         | VEX.L0.66.0F3A.W1 33 /r ib
kshiftrd        | k, k, imm8                         | VEX.L0.66.0F3A.W0 31 /r ib
kshiftrq        | k, k, imm8                         | VEX.L0.66.0F3A.W1 31 /r ib
ktestd          | k, k                               | VEX.L0.66.0F.W1 99 /r
ktestq          | k, k                               | VEX.L0.0F.W1 99 /r
kunpckdq        | k, k, k                            | VEX.L1.0F.W1 4B /r
kunpckwd        | k, k, k                            | VEX.L1.0F.W0 4B /r
kxnord          | k, k, k                            | VEX.L1.66.0F.W1 46 /r
kxnorq          | k, k, k                            | VEX.L1.0F.W1 46 /r
kxord           | k, k, k                            | VEX.L1.66.0F.W1 47 /r
kxorq           | k, k, k                            | VEX.L1.0F.W1 47 /r
vdbpsadbw       | v{k}{z}, v, v/m, imm8              | EVEX.VL.66.0F3A.W0 42 /r ib  | fv
vmovdqu16       | v{k}{z}, v/m                       | EVEX.VL.F2.0F.W1 6F /r       | fv
vmovdqu16       | v/m{k}{z}, v                       | EVEX.VL.F2.0F.W1 7F /r       | fv
vmovdqu8        | v{k}{z}, v/m                       | EVEX.VL.F2.0F.W0 6F /r       | fv
vmovdqu8        | v/m{k}{z}, v                       | EVEX.VL.F2.0F.W0 7F /r       | fv
vpabsb          | v{k}{z}, v/m                       | EVEX.VL.66.0F38.WIG 1C /r    | fv
vpabsw          | v{k}{z}, v/m                       | EVEX.VL.66.0F38.WIG 1D /r    | fv
vpackssdw       | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.66.0F.W0 6B /r       | fv
vpacksswb       | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 63 /r      | fv
vpackusdw       | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.66.0F38.W0 2B /r     | fv
vpackuswb       | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 67 /r      | fv
vpaddb          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG FC /r      | fv
vpaddsb         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG EC /r      | fv
vpaddsw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG ED /r      | fv
vpaddusb        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG DC /r      | fv
vpaddusw        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG DD /r      | fv
vpaddw          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG FD /r      | fv
vpalignr        | v{k}{z}, v, v/m, imm8              | EVEX.VL.66.0F3A.WIG 0F /r ib | fv
vpavgb          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E0 /r      | fv
vpavgw          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E3 /r      | fv
vpblendmb       | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W0 66 /r     | fv
vpblendmw       | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 66 /r     | fv
vpbroadcastb    | v{k}{z}, xmm/m8                    | EVEX.VL.66.0F38.W0 78 /r
vpbroadcastb    | v{k}{z}, r32                       | EVEX.VL.66.0F38.W0 7A /r
vpbroadcastw    | v{k}{z}, xmm/m16                   | EVEX.VL.66.0F38.W0 79 /r
vpbroadcastw    | v{k}{z}, r32                       | EVEX.VL.66.0F38.W0 7B /r
vpcmpb          | k{k}, v, v/m, imm8                 | EVEX.VL.66.0F3A.W0 3F /r ib  | fv
vpcmpeqb        | k{k}, v, v/m                       | EVEX.VL.66.0F.WIG 74 /r      | fv
vpcmpeqw        | k{k}, v, v/m                       | EVEX.VL.66.0F.WIG 75 /r      | fv
vpcmpgtb        | k{k}, v, v/m                       | EVEX.VL.66.0F.WIG 64 /r      | fv
vpcmpgtw        | k{k}, v, v/m                       | EVEX.VL.66.0F.WIG 65 /r      | fv
vpcmpub         | k{k}, v, v/m, imm8                 | EVEX.VL.66.0F3A.W0 3E /r ib  | fv
vpcmpuw         | k{k}, v, v/m, imm8                 | EVEX.VL.66.0F3A.W1 3E /r ib  | fv
vpcmpw          | k{k}, v, v/m, imm8                 | EVEX.VL.66.0F3A.W1 3F /r ib  | fv
vpermi2w        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 75 /r     | fv
vpermt2w        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 7D /r     | fv
vpermw          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 8D /r     | fv
vpextrb         | r32/m8, xmm, imm8                  | EVEX.128.66.0F3A.W0 14 /r ib
vpextrb         | r64/m8, xmm, imm8                  | EVEX.128.66.0F3A.W1 14 /r ib | x64
vpextrw         | r32, xmm, imm8                     | EVEX.128.66.0F.W0 C5 /r ib
vpextrw         | r64, xmm, imm8                     | EVEX.128.66.0F.W1 C5 /r ib   | x64
vpextrw         | r32/m16, xmm, imm8                 | EVEX.128.66.0F3A.W0 15 /r ib
vpextrw         | r64/m16, xmm, imm8                 | EVEX.128.66.0F3A.W1 15 /r ib | x64
vpinsrb         | xmm, xmm, r32/m8, imm8             | EVEX.128.66.0F3A.W0 20 /r ib
vpinsrb         | xmm, xmm, r64/m8, imm8             | EVEX.128.66.0F3A.W1 20 /r ib | x64
vpinsrw         | xmm, xmm, r32/m16, imm8            | EVEX.128.66.0F.W0 C4 /r ib
vpinsrw         | xmm, xmm, r64/m16, imm8            | EVEX.128.66.0F.W1 C4 /r ib   | x64
vpmaddubsw      | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 04 /r    | fv
vpmaddwd        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG F5 /r      | fv
vpmaxsb         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 3C /r    | fv
vpmaxsw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG EE /r      | fv
vpmaxub         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG DE /r      | fv
vpmaxuw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 3E /r    | fv
vpminsb         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 38 /r    | fv
vpminsw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG EA /r      | fv
vpminub         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG DA /r      | fv
vpminuw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 3A /r    | fv
vpmovb2m        | k, v                               | EVEX.VL.F3.0F38.W0 29 /r
vpmovm2b        | v, k                               | EVEX.VL.F3.0F38.W0 28 /r
vpmovm2w        | v, k                               | EVEX.VL.F3.0F38.W1 28 /r
vpmovswb        | h/m{k}{z}, v                       | EVEX.VL.F3.0F38.W0 20 /r     | hv
vpmovsxbw       | v{k}{z}, h/m                       | EVEX.VL.66.0F38.WIG 20 /r    | hv
vpmovuswb       | h/m{k}{z}, v                       | EVEX.VL.F3.0F38.W0 10 /r     | hv
vpmovw2m        | k, v                               | EVEX.VL.F3.0F38.W1 29 /r
vpmovwb         | h/m{k}{z}, v                       | EVEX.VL.F3.0F38.W0 30 /r     | hv
vpmovzxbw       | v{k}{z}, h/m                       | EVEX.VL.66.0F38.WIG 30 /r    | hv
vpmulhrsw       | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 0B /r    | fv
vpmulhuw        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E4 /r      | fv
vpmulhw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E5 /r      | fv
vpmullw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG D5 /r      | fv
vpsadbw         | v, v, v/m                          | EVEX.VL.66.0F.WIG F6 /r      | fv
vpshufb         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.WIG 00 /r    | fv
vpshufhw        | v{k}{z}, v/m, imm8                 | EVEX.VL.F3.0F.WIG 70 /r ib   | fv
vpshuflw        | v{k}{z}, v/m, imm8                 | EVEX.VL.F2.0F.WIG 70 /r ib   | fv
vpslldq         | v, v/m, imm8                       | EVEX.VL.66.0F.WIG 73 /7 ib   | fv
vpsllvw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 12 /r     | fv
vpsllw          | v{k}{z}, v/m, imm8                 | EVEX.VL.66.0F.WIG 71 /6 ib   | fv
vpsllw          | v{k}{z}, v, xmm/m128               | EVEX.VL.66.0F.WIG F1 /r
vpsravw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 11 /r     | fv
vpsraw          | v{k}{z}, v/m, imm8                 | EVEX.VL.66.0F.WIG 71 /4 ib   | fv
vpsraw          | v{k}{z}, v, xmm/m128               | EVEX.VL.66.0F.WIG E1 /r
vpsrldq         | v, v/m, imm8                       | EVEX.VL.66.0F.WIG 73 /3 ib   | fv
vpsrlvw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F38.W1 10 /r     | fv
vpsrlw          | v{k}{z}, v/m, imm8                 | EVEX.VL.66.0F.WIG 71 /2 ib   | fv
vpsrlw          | v{k}{z}, v, xmm/m128               | EVEX.VL.66.0F.WIG D1 /r
vpsubb          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG F8 /r      | fv
vpsubsb         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E8 /r      | fv
vpsubsw         | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG E9 /r      | fv
vpsubusb        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG D8 /r      | fv
vpsubusw        | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG D9 /r      | fv
vpsubw          | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG F9 /r      | fv
vptestmb        | k{k}, v, v/m                       | EVEX.VL.66.0F38.W0 26 /r     | fv
vptestmw        | k{k}, v, v/m                       | EVEX.VL.66.0F38.W1 26 /r     | fv
vptestnmb       | k{k}, v, v/m                       | EVEX.VL.F3.0F38.W0 26 /r     | fv
vptestnmw       | k{k}, v, v/m                       | EVEX.VL.F3.0F38.W1 26 /r     | fv
vpunpckhbw      | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 68 /r      | fv
vpunpckhwd      | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 69 /r      | fv
vpunpcklbw      | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 60 /r      | fv
vpunpcklwd      | v{k}{z}, v, v/m                    | EVEX.VL.66.0F.WIG 61 /r      | fv
# AVX512DQ
kaddb           | k, k, k                            | VEX.L1.66.0F.W0 4A /r
kaddw           | k, k, k                            | VEX.L1.0F.W0 4A /r
kandb           | k, k, k                            | VEX.L1.66.0F.W0 41 /r
kandnb          | k, k, k                            | VEX.L1.66.0F.W0 42 /r
kmovb           | k, k/m8                            | VEX.L0.66.0F.W0 90 /r
kmovb           | m8, k                              | VEX.L0.66.0F.W0 91 /r
kmovb           | k, r32                             | VEX.L0.66.0F.W0 92 /r
kmovb           | r32, k                             | VEX.L0.66.0F.W0 93 /r
knotb           | k, k                               | VEX.L0.66.0F.W0 44 /r
korb            | k, k, k                            | VEX.L1.66.0F.W0 45 /r
kortestb        | k, k                               | VEX.L0.66.0F.W0 98 /r
kshiftlb        | k, k, imm8                         | VEX.L0.66.0F3A.W0 32 /r ib
kshiftrb        | k, k, imm8                         | VEX.L0.66.0F3A.W0 30 /r ib
ktestb          | k, k                               | VEX.L0.66.0F.W0 99 /r
ktestw          | k, k                               | VEX.L0.0F.W0 99 /r
kxnorb          | k, k, k                            | VEX.L1.66.0F.W0 46 /r
kxorb           | k, k, k                            | VEX.L1.66.0F.W0 47 /r
vandnpd         | v{k}{z}, v, v/m/m64bcst            | EVEX.VL.66.0F.W1 55 /r       | fv
vandnps         | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.0F.W0 55 /r          | fv
vandpd          | v{k}{z}, v, v/m/m64bcst            | EVEX.VL.66.0F.W1 54 /r       | fv
vandps          | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.0F.W0 54 /r          | fv
vbroadcastf32x2 | zmm{k}{z}, xmm/m64                 | EVEX.512.66.0F38.W0 19 /r
vbroadcastf32x8 | zmm{k}{z}, m256                    | EVEX.512.66.0F38.W0 1B /r
vbroadcastf64x2 | zmm{k}{z}, m128                    | EVEX.512.66.0F38.W1 1A /r
vbroadcasti32x2 | v{k}{z}, xmm/m64                   | EVEX.VL.66.0F38.W0 59 /r
vbroadcasti32x8 | zmm{k}{z}, m256                    | EVEX.512.66.0F38.W0 5B /r
vbroadcasti64x2 | zmm{k}{z}, m128                    | EVEX.512.66.0F38.W1 5A /r
vcvtpd2qq       | v{k}{z}, v/m/m64bcst{er}           | EVEX.VL.66.0F.W1 7B /r       | fv
vcvtpd2uqq      | v{k}{z}, v/m/m64bcst{er}           | EVEX.VL.66.0F.W1 79 /r       | fv
vcvtps2qq       | v{k}{z}, h/m/m32bcst{er}           | EVEX.VL.66.0F.W0 7B /r       | hv
vcvtps2uqq      | v{k}{z}, h/m/m32bcst{er}           | EVEX.VL.66.0F.W0 79 /r       | hv
vcvtqq2pd       | v{k}{z}, v/m/m64bcst{er}           | EVEX.VL.F3.0F.W1 E6 /r       | fv
vcvtqq2ps       | h{k}{z}, v/m/m64bcst{er}           | EVEX.VL.0F.W1 5B /r          | fv
vcvttpd2qq      | v{k}{z}, v/m/m64bcst{sae}          | EVEX.VL.66.0F.W1 7A /r       | fv
vcvttpd2uqq     | v{k}{z}, v/m/m64bcst{sae}          | EVEX.VL.66.0F.W1 78 /r       | fv
vcvttps2qq      | v{k}{z}, h/m/m32bcst{sae}          | EVEX.VL.66.0F.W0 7A /r       | hv
vcvttps2uqq     | v{k}{z}, h/m/m32bcst{sae}          | EVEX.VL.66.0F.W0 78 /r       | hv
vcvtuqq2pd      | v{k}{z}, v/m/m64bcst{er}           | EVEX.VL.F3.0F.W1 7A /r       | fv
vcvtuqq2ps      | h{k}{z}, v/m/m64bcst{er}           | EVEX.VL.F2.0F.W1 7A /r       | fv
vextractf32x8   | ymm/m256{k}{z}, zmm, imm8          | EVEX.512.66.0F3A.W0 1B /r ib
vextractf64x2   | xmm/m128{k}{z}, zmm, imm8          | EVEX.512.66.0F3A.W1 19 /r ib
vextracti32x8   | ymm/m256{k}{z}, zmm, imm8          | EVEX.512.66.0F3A.W0 3B /r ib
vextracti64x2   | xmm/m128{k}{z}, zmm, imm8          | EVEX.512.66.0F3A.W1 39 /r ib
vfpclasspd      | k{k}, v/m/m64bcst, imm8            | EVEX.VL.66.0F3A.W1 66 /r ib  | fv
vfpclassps      | k{k}, v/m/m32bcst, imm8            | EVEX.VL.66.0F3A.W0 66 /r ib  | fv
vfpclasssd      | k{k}, xmm/m64, imm8                | EVEX.LIG.66.0F3A.W1 67 /r ib
vfpclassss      | k{k}, xmm/m32, imm8                | EVEX.LIG.66.0F3A.W0 67 /r ib
vinsertf32x8    | zmm{k}{z}, zmm, ymm/m256, imm8     | EVEX.512.66.0F3A.W0 1A /r ib
vinsertf64x2    | zmm{k}{z}, zmm, xmm/m128, imm8     | EVEX.512.66.0F3A.W1 18 /r ib
vinserti32x8    | zmm{k}{z}, zmm, ymm/m256, imm8     | EVEX.512.66.0F3A.W0 3A /r ib
vinserti64x2    | zmm{k}{z}, zmm, xmm/m128, imm8     | EVEX.512.66.0F3A.W1 38 /r ib
vorpd           | v{k}{z}, v, v/m/m64bcst            | EVEX.VL.66.0F.W1 56 /r       | fv
vorps           | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.0F.W0 56 /r          | fv
vpextrd         | r/m32, xmm, imm8                   | EVEX.128.66.0F3A.W0 16 /r ib
vpextrq         | r/m64, xmm, imm8                   | EVEX.128.66.0F3A.W1 16 /r ib | x64
vpinsrd         | xmm, xmm, r/m32, imm8              | EVEX.128.66.0F3A.W0 22 /r ib
vpinsrq         | xmm, xmm, r/m64, imm8              | EVEX.128.66.0F3A.W1 22 /r ib | x64
vpmovd2m        | k, v                               | EVEX.VL.F3.0F38.W0 39 /r
vpmovm2d        | v, k                               | EVEX.VL.F3.0F38.W0 38 /r
vpmovm2q        | v, k                               | EVEX.VL.F3.0F38.W1 38 /r
vpmovq2m        | k, v                               | EVEX.VL.F3.0F38.W1 39 /r
vpmullq         | v{k}{z}, v, v/m/m64bcst            | EVEX.VL.66.0F38.W1 40 /r     | fv
vrangepd        | v{k}{z}, v, v/m/m64bcst{sae}, imm8 | EVEX.VL.66.0F3A.W1 50 /r ib  | fv
vrangeps        | v{k}{z}, v, v/m/m32bcst{sae}, imm8 | EVEX.VL.66.0F3A.W0 50 /r ib  | fv
vrangesd        | xmm{k}{z}, xmm, xmm/m64{sae}, imm8 | EVEX.LIG.66.0F3A.W1 51 /r ib
vrangess        | xmm{k}{z}, xmm, xmm/m32{sae}, imm8 | EVEX.LIG.66.0F3A.W0 51 /r ib
vreducepd       | v{k}{z}, v/m/m64bcst{sae}, imm8    | EVEX.VL.66.0F3A.W1 56 /r ib  | fv
vreduceps       | v{k}{z}, v/m/m32bcst{sae}, imm8    | EVEX.VL.66.0F3A.W0 56 /r ib  | fv
vreducesd       | xmm{k}{z}, xmm, xmm/m64{sae}, imm8 | EVEX.LIG.66.0F3A.W1 57 /r ib
vreducess       | xmm{k}{z}, xmm, xmm/m32{sae}, imm8 | EVEX.LIG.66.0F3A.W0 57 /r ib
vxorpd          | v{k}{z}, v, v/m/m64bcst            | EVEX.VL.66.0F.W1 57 /r       | fv
vxorps          | v{k}{z}, v, v/m/m32bcst            | EVEX.VL.0F.W0 57 /r          | fv
# AVX512DQ AVX512VL
vbroadcastf32x2 | ymm{k}{z}, xmm/m64                 | EVEX.256.66.0F38.W0 19 /r
vbroadcastf64x2 | ymm{k}{z}, m128                    | EVEX.256.66.0F38.W1 1A /r
vbroadcasti64x2 | ymm{k}{z}, m128                    | EVEX.256.66.0F38.W1 5A /r
vextractf64x2   | xmm/m128{k}{z}, ymm, imm8          | EVEX.256.66.0F3A.W1 19 /r ib
vextracti64x2   | xmm/m128{k}{z}, ymm, imm8          | EVEX.256.66.0F3A.W1 39 /r ib
vinsertf64x2    | ymm{k}{z}, ymm, xmm/m128, imm8     | EVEX.256.66.0F3A.W1 18 /r ib
vinserti64x2    | ymm{k}{z}, ymm, xmm/m128, imm8     | EVEX.256.66.0F3A.W1 38 /r ib
# AVX512CD
vpbroadcastmb2q | v, k                               | EVEX.VL.F3.0F38.W1 2A /r
vpbroadcastmw2d | v, k                               | EVEX.VL.F3.0F38.W0 3A /r
vpconflictd     | v{k}{z}, v/m/m32bcst               | EVEX.VL.66.0F38.W0 C4 /r     | fv
vpconflictq     | v{k}{z}, v/m/m64bcst               | EVEX.VL.66.0F38.W1 C4 /r     | fv
vplzcntd        | v{k}{z}, v/m/m32bcst               | EVEX.VL.66.0F38.W0 44 /r     | fv
vplzcntq        | v{k}{z}, v/m/m64bcst               | EVEX.VL.66.0F38.W1 44 /r     | fv
`;
