/** AVX-512 Foundation, with the forms of 128 and 256 bits (VL). notation.ts explains the columns. */
export const AVX512F = `
# AVX512F
kandnw          | k, k, k                                | VEX.L1.0F.W0 42 /r
kandw           | k, k, k                                | VEX.L1.0F.W0 41 /r
kmovw           | k, k/m16                               | VEX.L0.0F.W0 90 /r
kmovw           | m16, k                                 | VEX.L0.0F.W0 91 /r
kmovw           | k, r32                                 | VEX.L0.0F.W0 92 /r
kmovw           | r32, k                                 | VEX.L0.0F.W0 93 /r
knotw           | k, k                                   | VEX.L0.0F.W0 44 /r
kortestw        | k, k                                   | VEX.L0.0F.W0 98 /r
korw            | k, k, k                                | VEX.L1.0F.W0 45 /r
kshiftlw        | k, k, imm8                             | VEX.L0.66.0F3A.W1 32 /r ib
kshiftrw        | k, k, imm8                             | VEX.L0.66.0F3A.W1 30 /r ib
kunpckbw        | k, k, k                                | VEX.L1.66.0F.W0 4B /r
kxnorw          | k, k, k                                | VEX.L1.0F.W0 46 /r
kxorw           | k, k, k                                | VEX.L1.0F.W0 47 /r
vaddpd          | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F.W1 58 /r               | fv
vaddps          | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.0F.W0 58 /r                  | fv
vaddsd          | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 58 /r
vaddss          | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.F3.0F.W0 58 /r
valignd         | v{k}{z}, v, v/m/m32bcst, imm8          | EVEX.VL.66.0F3A.W0 03 /r ib          | fv
valignq         | v{k}{z}, v, v/m/m64bcst, imm8          | EVEX.VL.66.0F3A.W1 03 /r ib          | fv
vblendmpd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 65 /r             | fv
vblendmps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 65 /r             | fv
vbroadcastf32x4 | zmm{k}{z}, m128                        | EVEX.512.66.0F38.W0 1A /r
vbroadcastf64x4 | zmm{k}{z}, m256                        | EVEX.512.66.0F38.W1 1B /r
vbroadcasti32x4 | zmm{k}{z}, m128                        | EVEX.512.66.0F38.W0 5A /r
vbroadcasti64x4 | zmm{k}{z}, m256                        | EVEX.512.66.0F38.W1 5B /r
vbroadcastsd    | zmm{k}{z}, xmm/m64                     | EVEX.512.66.0F38.W1 19 /r
vbroadcastss    | v{k}{z}, xmm/m32                       | EVEX.VL.66.0F38.W0 18 /r
vcmppd          | k{k}, v, v/m/m64bcst{sae}, imm8        | EVEX.VL.66.0F.W1 C2 /r ib            | fv
vcmpps          | k{k}, v, v/m/m32bcst{sae}, imm8        | EVEX.VL.0F.W0 C2 /r ib               | fv
vcmpsd          | k{k}, xmm, xmm/m64{sae}, imm8          | EVEX.LIG.F2.0F.W1 C2 /r ib
vcmpss          | k{k}, xmm, xmm/m32{sae}, imm8          | EVEX.LIG.F3.0F.W0 C2 /r ib
vcomisd         | xmm, xmm/m64{sae}                      | EVEX.LIG.66.0F.W1 2F /r
vcomiss         | xmm, xmm/m32{sae}                      | EVEX.LIG.0F.W0 2F /r
vcompresspd     | v/m{k}{z}, v                           | EVEX.VL.66.0F38.W1 8A /r             | u64
vcompressps     | v/m{k}{z}, v                           | EVEX.VL.66.0F38.W0 8A /r             | u32
vcvtdq2pd       | v{k}{z}, h/m/m32bcst{er}               | EVEX.VL.F3.0F.W0 E6 /r               | hv
vcvtdq2ps       | v{k}{z}, v/m/m32bcst{er}               | EVEX.VL.0F.W0 5B /r                  | fv
vcvtpd2dq       | h{k}{z}, v/m/m64bcst{er}               | EVEX.VL.F2.0F.W1 E6 /r               | fv
vcvtpd2ps       | h{k}{z}, v/m/m64bcst{er}               | EVEX.VL.66.0F.W1 5A /r               | fv
vcvtpd2udq      | h{k}{z}, v/m/m64bcst{er}               | EVEX.VL.0F.W1 79 /r                  | fv
vcvtph2ps       | v{k}{z}, h/m{sae}                      | EVEX.VL.66.0F38.W0 13 /r             | hv
vcvtps2dq       | v{k}{z}, v/m/m32bcst{er}               | EVEX.VL.66.0F.W0 5B /r               | fv
vcvtps2pd       | v{k}{z}, h/m/m32bcst{sae}              | EVEX.VL.0F.W0 5A /r                  | hv
vcvtps2ph       | h/m{k}{z}, v{sae}, imm8                | EVEX.VL.66.0F3A.W0 1D /r ib          | hv
vcvtps2udq      | v{k}{z}, v/m/m32bcst{er}               | EVEX.VL.0F.W0 79 /r                  | fv
vcvtsd2si       | r32, xmm/m64{er}                       | EVEX.LIG.F2.0F.W0 2D /r
vcvtsd2si       | r64, xmm/m64{er}                       | EVEX.LIG.F2.0F.W1 2D /r              | x64
vcvtsd2ss       | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 5A /r
vcvtsd2usi      | r32, xmm/m64{er}                       | EVEX.LIG.F2.0F.W0 79 /r
vcvtsd2usi      | r64, xmm/m64{er}                       | EVEX.LIG.F2.0F.W1 79 /r              | x64
vcvtsi2sd       | xmm, xmm, r/m32{er}                    | EVEX.LIG.F2.0F.W0 2A /r
vcvtsi2sd       | xmm, xmm, r/m64{er}                    | EVEX.LIG.F2.0F.W1 2A /r              | x64
vcvtsi2ss       | xmm, xmm, r/m32{er}                    | EVEX.LIG.F3.0F.W0 2A /r
vcvtsi2ss       | xmm, xmm, r/m64{er}                    | EVEX.LIG.F3.0F.W1 2A /r              | x64
vcvtss2sd       | xmm{k}{z}, xmm, xmm/m32{sae}           | EVEX.LIG.F3.0F.W0 5A /r
vcvtss2si       | r32, xmm/m32{er}                       | EVEX.LIG.F3.0F.W0 2D /r
vcvtss2si       | r64, xmm/m32{er}                       | EVEX.LIG.F3.0F.W1 2D /r              | x64
vcvtss2usi      | r32, xmm/m32{er}                       | EVEX.LIG.F3.0F.W0 79 /r
vcvtss2usi      | r64, xmm/m32{er}                       | EVEX.LIG.F3.0F.W1 79 /r              | x64
vcvttpd2dq      | h{k}{z}, v/m/m64bcst{sae}              | EVEX.VL.66.0F.W1 E6 /r               | fv
vcvttpd2udq     | h{k}{z}, v/m/m64bcst{sae}              | EVEX.VL.0F.W1 78 /r                  | fv
vcvttps2dq      | v{k}{z}, v/m/m32bcst{sae}              | EVEX.VL.F3.0F.W0 5B /r               | fv
vcvttps2udq     | v{k}{z}, v/m/m32bcst{sae}              | EVEX.VL.0F.W0 78 /r                  | fv
vcvttsd2si      | r32, xmm/m64{sae}                      | EVEX.LIG.F2.0F.W0 2C /r
vcvttsd2si      | r64, xmm/m64{sae}                      | EVEX.LIG.F2.0F.W1 2C /r              | x64
vcvttsd2usi     | r32, xmm/m64{sae}                      | EVEX.LIG.F2.0F.W0 78 /r
vcvttsd2usi     | r64, xmm/m64{sae}                      | EVEX.LIG.F2.0F.W1 78 /r              | x64
vcvttss2si      | r32, xmm/m32{sae}                      | EVEX.LIG.F3.0F.W0 2C /r
vcvttss2si      | r64, xmm/m32{sae}                      | EVEX.LIG.F3.0F.W1 2C /r              | x64
vcvttss2usi     | r32, xmm/m32{sae}                      | EVEX.LIG.F3.0F.W0 78 /r
vcvttss2usi     | r64, xmm/m32{sae}                      | EVEX.LIG.F3.0F.W1 78 /r              | x64
vcvtudq2pd      | v{k}{z}, h/m/m32bcst{er}               | EVEX.VL.F3.0F.W0 7A /r               | hv
vcvtudq2ps      | v{k}{z}, v/m/m32bcst{er}               | EVEX.VL.F2.0F.W0 7A /r               | fv
vcvtusi2sd      | xmm, xmm, r/m32{er}                    | EVEX.LIG.F2.0F.W0 7B /r
vcvtusi2sd      | xmm, xmm, r/m64{er}                    | EVEX.LIG.F2.0F.W1 7B /r              | x64
vcvtusi2ss      | xmm, xmm, r/m32{er}                    | EVEX.LIG.F3.0F.W0 7B /r
vcvtusi2ss      | xmm, xmm, r/m64{er}                    | EVEX.LIG.F3.0F.W1 7B /r              | x64
vdivpd          | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F.W1 5E /r               | fv
vdivps          | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.0F.W0 5E /r                  | fv
vdivsd          | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 5E /r
vdivss          | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.F3.0F.W0 5E /r
vexpandpd       | v{k}{z}, v/m                           | EVEX.VL.66.0F38.W1 88 /r             | u64
vexpandps       | v{k}{z}, v/m                           | EVEX.VL.66.0F38.W0 88 /r             | u32
vextractf32x4   | xmm/m128{k}{z}, zmm, imm8              | EVEX.512.66.0F3A.W0 19 /r ib
vextractf64x4   | ymm/m256{k}{z}, zmm, imm8              | EVEX.512.66.0F3A.W1 1B /r ib
vextracti32x4   | xmm/m128{k}{z}, zmm, imm8              | EVEX.512.66.0F3A.W0 39 /r ib
vextracti64x4   | ymm/m256{k}{z}, zmm, imm8              | EVEX.512.66.0F3A.W1 3B /r ib
vextractps      | r/m32, xmm, imm8                       | EVEX.128.66.0F3A.W0 17 /r ib
vextractps      | r64/m32, xmm, imm8                     | EVEX.128.66.0F3A.W1 17 /r ib         | x64
vfixupimmpd     | v{k}{z}, v, v/m/m64bcst{sae}, imm8     | EVEX.VL.66.0F3A.W1 54 /r ib          | fv
vfixupimmps     | v{k}{z}, v, v/m/m32bcst{sae}, imm8     | EVEX.VL.66.0F3A.W0 54 /r ib          | fv
vfixupimmsd     | xmm{k}{z}, xmm, xmm/m64{sae}, imm8     | EVEX.LIG.66.0F3A.W1 55 /r ib
vfixupimmss     | xmm{k}{z}, xmm, xmm/m32{sae}, imm8     | EVEX.LIG.66.0F3A.W0 55 /r ib
vfmadd132pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 98 /r             | fv
vfmadd132ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 98 /r             | fv
vfmadd132sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 99 /r
vfmadd132ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 99 /r
vfmadd213pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 A8 /r             | fv
vfmadd213ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 A8 /r             | fv
vfmadd213sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 A9 /r
vfmadd213ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 A9 /r
vfmadd231pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 B8 /r             | fv
vfmadd231ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 B8 /r             | fv
vfmadd231sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 B9 /r
vfmadd231ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 B9 /r
vfmaddsub132pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 96 /r             | fv
vfmaddsub132ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 96 /r             | fv
vfmaddsub213pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 A6 /r             | fv
vfmaddsub213ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 A6 /r             | fv
vfmaddsub231pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 B6 /r             | fv
vfmaddsub231ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 B6 /r             | fv
vfmsub132pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 9A /r             | fv
vfmsub132ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 9A /r             | fv
vfmsub132sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 9B /r
vfmsub132ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 9B /r
vfmsub213pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 AA /r             | fv
vfmsub213ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 AA /r             | fv
vfmsub213sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 AB /r
vfmsub213ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 AB /r
vfmsub231pd     | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 BA /r             | fv
vfmsub231ps     | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 BA /r             | fv
vfmsub231sd     | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 BB /r
vfmsub231ss     | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 BB /r
vfmsubadd132pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 97 /r             | fv
vfmsubadd132ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 97 /r             | fv
vfmsubadd213pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 A7 /r             | fv
vfmsubadd213ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 A7 /r             | fv
vfmsubadd231pd  | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 B7 /r             | fv
vfmsubadd231ps  | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 B7 /r             | fv
vfnmadd132pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 9C /r             | fv
vfnmadd132ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 9C /r             | fv
vfnmadd132sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 9D /r
vfnmadd132ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 9D /r
vfnmadd213pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 AC /r             | fv
vfnmadd213ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 AC /r             | fv
vfnmadd213sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 AD /r
vfnmadd213ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 AD /r
vfnmadd231pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 BC /r             | fv
vfnmadd231ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 BC /r             | fv
vfnmadd231sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 BD /r
vfnmadd231ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 BD /r
vfnmsub132pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 9E /r             | fv
vfnmsub132ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 9E /r             | fv
vfnmsub132sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 9F /r
vfnmsub132ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 9F /r
vfnmsub213pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 AE /r             | fv
vfnmsub213ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 AE /r             | fv
vfnmsub213sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 AF /r
vfnmsub213ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 AF /r
vfnmsub231pd    | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 BE /r             | fv
vfnmsub231ps    | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 BE /r             | fv
vfnmsub231sd    | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 BF /r
vfnmsub231ss    | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 BF /r
vgatherdpd      | v{k!}, vm32h                           | EVEX.VL.66.0F38.W1 92 /r distinct
vgatherdps      | v{k!}, vm32v                           | EVEX.VL.66.0F38.W0 92 /r distinct
vgatherqpd      | v{k!}, vm64v                           | EVEX.VL.66.0F38.W1 93 /r distinct
vgatherqps      | h{k!}, vm64v                           | EVEX.VL.66.0F38.W0 93 /r distinct
vgetexppd       | v{k}{z}, v/m/m64bcst{sae}              | EVEX.VL.66.0F38.W1 42 /r             | fv
vgetexpps       | v{k}{z}, v/m/m32bcst{sae}              | EVEX.VL.66.0F38.W0 42 /r             | fv
vgetexpsd       | xmm{k}{z}, xmm, xmm/m64{sae}           | EVEX.LIG.66.0F38.W1 43 /r
vgetexpss       | xmm{k}{z}, xmm, xmm/m32{sae}           | EVEX.LIG.66.0F38.W0 43 /r
vgetmantpd      | v{k}{z}, v/m/m64bcst{sae}, imm8        | EVEX.VL.66.0F3A.W1 26 /r ib          | fv
vgetmantps      | v{k}{z}, v/m/m32bcst{sae}, imm8        | EVEX.VL.66.0F3A.W0 26 /r ib          | fv
vgetmantsd      | xmm{k}{z}, xmm, xmm/m64{sae}, imm8     | EVEX.LIG.66.0F3A.W1 27 /r ib
vgetmantss      | xmm{k}{z}, xmm, xmm/m32{sae}, imm8     | EVEX.LIG.66.0F3A.W0 27 /r ib
vinsertf32x4    | zmm{k}{z}, zmm, xmm/m128, imm8         | EVEX.512.66.0F3A.W0 18 /r ib
vinsertf64x4    | zmm{k}{z}, zmm, ymm/m256, imm8         | EVEX.512.66.0F3A.W1 1A /r ib
vinserti32x4    | zmm{k}{z}, zmm, xmm/m128, imm8         | EVEX.512.66.0F3A.W0 38 /r ib
vinserti64x4    | zmm{k}{z}, zmm, ymm/m256, imm8         | EVEX.512.66.0F3A.W1 3A /r ib
vinsertps       | xmm, xmm, xmm/m32, imm8                | EVEX.128.66.0F3A.W0 21 /r ib
vmaxpd          | v{k}{z}, v, v/m/m64bcst{sae}           | EVEX.VL.66.0F.W1 5F /r               | fv
vmaxps          | v{k}{z}, v, v/m/m32bcst{sae}           | EVEX.VL.0F.W0 5F /r                  | fv
vmaxsd          | xmm{k}{z}, xmm, xmm/m64{sae}           | EVEX.LIG.F2.0F.W1 5F /r
vmaxss          | xmm{k}{z}, xmm, xmm/m32{sae}           | EVEX.LIG.F3.0F.W0 5F /r
vminpd          | v{k}{z}, v, v/m/m64bcst{sae}           | EVEX.VL.66.0F.W1 5D /r               | fv
vminps          | v{k}{z}, v, v/m/m32bcst{sae}           | EVEX.VL.0F.W0 5D /r                  | fv
vminsd          | xmm{k}{z}, xmm, xmm/m64{sae}           | EVEX.LIG.F2.0F.W1 5D /r
vminss          | xmm{k}{z}, xmm, xmm/m32{sae}           | EVEX.LIG.F3.0F.W0 5D /r
vmovapd         | v{k}{z}, v/m                           | EVEX.VL.66.0F.W1 28 /r               | fv
vmovapd         | v/m{k}{z}, v                           | EVEX.VL.66.0F.W1 29 /r               | fv
vmovaps         | v{k}{z}, v/m                           | EVEX.VL.0F.W0 28 /r                  | fv
vmovaps         | v/m{k}{z}, v                           | EVEX.VL.0F.W0 29 /r                  | fv
vmovd           | xmm, r/m32                             | EVEX.128.66.0F.W0 6E /r
vmovd           | r/m32, xmm                             | EVEX.128.66.0F.W0 7E /r
vmovddup        | zmm{k}{z}, zmm/m512                    | EVEX.512.F2.0F.W1 12 /r
vmovdqa32       | v{k}{z}, v/m                           | EVEX.VL.66.0F.W0 6F /r               | fv
vmovdqa32       | v/m{k}{z}, v                           | EVEX.VL.66.0F.W0 7F /r               | fv
vmovdqa64       | v{k}{z}, v/m                           | EVEX.VL.66.0F.W1 6F /r               | fv
vmovdqa64       | v/m{k}{z}, v                           | EVEX.VL.66.0F.W1 7F /r               | fv
vmovdqu32       | v{k}{z}, v/m                           | EVEX.VL.F3.0F.W0 6F /r               | fv
vmovdqu32       | v/m{k}{z}, v                           | EVEX.VL.F3.0F.W0 7F /r               | fv
vmovdqu64       | v{k}{z}, v/m                           | EVEX.VL.F3.0F.W1 6F /r               | fv
vmovdqu64       | v/m{k}{z}, v                           | EVEX.VL.F3.0F.W1 7F /r               | fv
vmovhlps        | xmm, xmm, xmm                          | EVEX.128.0F.W0 12 /r
vmovhpd         | xmm, xmm, m64                          | EVEX.128.66.0F.W1 16 /r
vmovhpd         | m64, xmm                               | EVEX.128.66.0F.W1 17 /r
vmovhps         | xmm, xmm, m64                          | EVEX.128.0F.W0 16 /r
vmovhps         | m64, xmm                               | EVEX.128.0F.W0 17 /r
vmovlhps        | xmm, xmm, xmm                          | EVEX.128.0F.W0 16 /r
vmovlpd         | xmm, xmm, m64                          | EVEX.128.66.0F.W1 12 /r
vmovlpd         | m64, xmm                               | EVEX.128.66.0F.W1 13 /r
vmovlps         | xmm, xmm, m64                          | EVEX.128.0F.W0 12 /r
vmovlps         | m64, xmm                               | EVEX.128.0F.W0 13 /r
vmovntdq        | m, v                                   | EVEX.VL.66.0F.W0 E7 /r               | fv
vmovntdqa       | v, m                                   | EVEX.VL.66.0F38.W0 2A /r             | fv
vmovntpd        | m, v                                   | EVEX.VL.66.0F.W1 2B /r               | fv
vmovntps        | m, v                                   | EVEX.VL.0F.W0 2B /r                  | fv
vmovq           | xmm, r/m64                             | EVEX.128.66.0F.W1 6E /r              | x64
vmovq           | r/m64, xmm                             | EVEX.128.66.0F.W1 7E /r              | x64
vmovq           | xmm, xmm/m64                           | EVEX.128.F3.0F.W1 7E /r
vmovq           | xmm/m64, xmm                           | EVEX.128.66.0F.W1 D6 /r
vmovsd          | xmm{k}{z}, xmm, xmm                    | EVEX.LIG.F2.0F.W1 10 /r
vmovsd          | xmm{k}{z}, m64                         | EVEX.LIG.F2.0F.W1 10 /r
vmovsd          | m64{k}, xmm                            | EVEX.LIG.F2.0F.W1 11 /r
vmovshdup       | v{k}{z}, v/m                           | EVEX.VL.F3.0F.W0 16 /r               | fv
vmovsldup       | v{k}{z}, v/m                           | EVEX.VL.F3.0F.W0 12 /r               | fv
vmovss          | xmm{k}{z}, xmm, xmm                    | EVEX.LIG.F3.0F.W0 10 /r
vmovss          | xmm{k}{z}, m32                         | EVEX.LIG.F3.0F.W0 10 /r
vmovss          | m32{k}, xmm                            | EVEX.LIG.F3.0F.W0 11 /r
vmovupd         | v{k}{z}, v/m                           | EVEX.VL.66.0F.W1 10 /r               | fv
vmovupd         | v/m{k}{z}, v                           | EVEX.VL.66.0F.W1 11 /r               | fv
vmovups         | v{k}{z}, v/m                           | EVEX.VL.0F.W0 10 /r                  | fv
vmovups         | v/m{k}{z}, v                           | EVEX.VL.0F.W0 11 /r                  | fv
vmulpd          | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F.W1 59 /r               | fv
vmulps          | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.0F.W0 59 /r                  | fv
vmulsd          | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 59 /r
vmulss          | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.F3.0F.W0 59 /r
vpabsd          | v{k}{z}, v/m/m32bcst                   | EVEX.VL.66.0F38.W0 1E /r             | fv
vpabsq          | v{k}{z}, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 1F /r             | fv
vpaddd          | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 FE /r               | fv
vpaddq          | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 D4 /r               | fv
vpandd          | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 DB /r               | fv
vpandnd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 DF /r               | fv
vpandnq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 DF /r               | fv
vpandq          | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 DB /r               | fv
vpblendmd       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 64 /r             | fv
vpblendmq       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 64 /r             | fv
vpbroadcastd    | v{k}{z}, xmm/m32                       | EVEX.VL.66.0F38.W0 58 /r
vpbroadcastd    | v{k}{z}, r32                           | EVEX.VL.66.0F38.W0 7C /r
vpbroadcastq    | v{k}{z}, xmm/m64                       | EVEX.VL.66.0F38.W1 59 /r
vpbroadcastq    | v{k}{z}, r64                           | EVEX.VL.66.0F38.W1 7C /r             | x64
vpcmpd          | k{k}, v, v/m/m32bcst, imm8             | EVEX.VL.66.0F3A.W0 1F /r ib          | fv
vpcmpeqd        | k{k}, v, v/m/m32bcst                   | EVEX.VL.66.0F.W0 76 /r               | fv
vpcmpeqq        | k{k}, v, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 29 /r             | fv
vpcmpgtd        | k{k}, v, v/m/m32bcst                   | EVEX.VL.66.0F.W0 66 /r               | fv
vpcmpgtq        | k{k}, v, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 37 /r             | fv
vpcmpq          | k{k}, v, v/m/m64bcst, imm8             | EVEX.VL.66.0F3A.W1 1F /r ib          | fv
vpcmpud         | k{k}, v, v/m/m32bcst, imm8             | EVEX.VL.66.0F3A.W0 1E /r ib          | fv
vpcmpuq         | k{k}, v, v/m/m64bcst, imm8             | EVEX.VL.66.0F3A.W1 1E /r ib          | fv
vpcompressd     | v/m{k}{z}, v                           | EVEX.VL.66.0F38.W0 8B /r             | u32
vpcompressq     | v/m{k}{z}, v                           | EVEX.VL.66.0F38.W1 8B /r             | u64
vpermd          | zmm{k}{z}, zmm, zmm/m512/m32bcst       | EVEX.512.66.0F38.W0 36 /r
vpermi2d        | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 76 /r             | fv
vpermi2pd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 77 /r             | fv
vpermi2ps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 77 /r             | fv
vpermi2q        | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 76 /r             | fv
vpermilpd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 0D /r             | fv
vpermilpd       | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F3A.W1 05 /r ib          | fv
vpermilps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 0C /r             | fv
vpermilps       | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F3A.W0 04 /r ib          | fv
vpermpd         | zmm{k}{z}, zmm, zmm/m512/m64bcst       | EVEX.512.66.0F38.W1 16 /r
vpermpd         | zmm{k}{z}, zmm/m512/m64bcst, imm8      | EVEX.512.66.0F3A.W1 01 /r ib
vpermps         | zmm{k}{z}, zmm, zmm/m512/m32bcst       | EVEX.512.66.0F38.W0 16 /r
vpermq          | zmm{k}{z}, zmm, zmm/m512/m64bcst       | EVEX.512.66.0F38.W1 36 /r
vpermq          | zmm{k}{z}, zmm/m512/m64bcst, imm8      | EVEX.512.66.0F3A.W1 00 /r ib
vpermt2d        | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 7E /r             | fv
vpermt2pd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 7F /r             | fv
vpermt2ps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 7F /r             | fv
vpermt2q        | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 7E /r             | fv
vpexpandd       | v{k}{z}, v/m                           | EVEX.VL.66.0F38.W0 89 /r             | u32
vpexpandq       | v{k}{z}, v/m                           | EVEX.VL.66.0F38.W1 89 /r             | u64
vpgatherdd      | v{k!}, vm32v                           | EVEX.VL.66.0F38.W0 90 /r distinct
vpgatherdq      | v{k!}, vm32h                           | EVEX.VL.66.0F38.W1 90 /r distinct
vpgatherqd      | h{k!}, vm64v                           | EVEX.VL.66.0F38.W0 91 /r distinct
vpgatherqq      | v{k!}, vm64v                           | EVEX.VL.66.0F38.W1 91 /r distinct
vpmaxsd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 3D /r             | fv
vpmaxsq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 3D /r             | fv
vpmaxud         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 3F /r             | fv
vpmaxuq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 3F /r             | fv
vpminsd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 39 /r             | fv
vpminsq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 39 /r             | fv
vpminud         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 3B /r             | fv
vpminuq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 3B /r             | fv
vpmovdb         | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 31 /r             | qv
vpmovdw         | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 33 /r             | hv
vpmovqb         | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 32 /r             | ov
vpmovqd         | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 35 /r             | hv
vpmovqw         | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 34 /r             | qv
vpmovsdb        | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 21 /r             | qv
vpmovsdw        | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 23 /r             | hv
vpmovsqb        | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 22 /r             | ov
vpmovsqd        | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 25 /r             | hv
vpmovsqw        | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 24 /r             | qv
vpmovsxbd       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 21 /r            | qv
vpmovsxbq       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 22 /r            | ov
vpmovsxdq       | v{k}{z}, h/m                           | EVEX.VL.66.0F38.W0 25 /r             | hv
vpmovsxwd       | v{k}{z}, h/m                           | EVEX.VL.66.0F38.WIG 23 /r            | hv
vpmovsxwq       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 24 /r            | qv
vpmovusdb       | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 11 /r             | qv
vpmovusdw       | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 13 /r             | hv
vpmovusqb       | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 12 /r             | ov
vpmovusqd       | h/m{k}{z}, v                           | EVEX.VL.F3.0F38.W0 15 /r             | hv
vpmovusqw       | xmm/m{k}{z}, v                         | EVEX.VL.F3.0F38.W0 14 /r             | qv
vpmovzxbd       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 31 /r            | qv
vpmovzxbq       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 32 /r            | ov
vpmovzxdq       | v{k}{z}, h/m                           | EVEX.VL.66.0F38.W0 35 /r             | hv
vpmovzxwd       | v{k}{z}, h/m                           | EVEX.VL.66.0F38.WIG 33 /r            | hv
vpmovzxwq       | v{k}{z}, xmm/m                         | EVEX.VL.66.0F38.WIG 34 /r            | qv
vpmuldq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 28 /r             | fv
vpmulld         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 40 /r             | fv
vpmuludq        | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 F4 /r               | fv
vpord           | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 EB /r               | fv
vporq           | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 EB /r               | fv
vprold          | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 72 /1 ib            | fv
vprolq          | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F.W1 72 /1 ib            | fv
vprolvd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 15 /r             | fv
vprolvq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 15 /r             | fv
vprord          | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 72 /0 ib            | fv
vprorq          | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F.W1 72 /0 ib            | fv
vprorvd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 14 /r             | fv
vprorvq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 14 /r             | fv
vpscatterdd     | vm32v{k!}, v                           | EVEX.VL.66.0F38.W0 A0 /r
vpscatterdq     | vm32h{k!}, v                           | EVEX.VL.66.0F38.W1 A0 /r
vpscatterqd     | vm64v{k!}, h                           | EVEX.VL.66.0F38.W0 A1 /r
vpscatterqq     | vm64v{k!}, v                           | EVEX.VL.66.0F38.W1 A1 /r
vpshufd         | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 70 /r ib            | fv
vpslld          | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 72 /6 ib            | fv
vpslld          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W0 F2 /r
vpsllq          | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F.W1 73 /6 ib            | fv
vpsllq          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W1 F3 /r
vpsllvd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 47 /r             | fv
vpsllvq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 47 /r             | fv
vpsrad          | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 72 /4 ib            | fv
vpsrad          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W0 E2 /r
vpsraq          | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F.W1 72 /4 ib            | fv
vpsraq          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W1 E2 /r
vpsravd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 46 /r             | fv
vpsravq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 46 /r             | fv
vpsrld          | v{k}{z}, v/m/m32bcst, imm8             | EVEX.VL.66.0F.W0 72 /2 ib            | fv
vpsrld          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W0 D2 /r
vpsrlq          | v{k}{z}, v/m/m64bcst, imm8             | EVEX.VL.66.0F.W1 73 /2 ib            | fv
vpsrlq          | v{k}{z}, v, xmm/m128                   | EVEX.VL.66.0F.W1 D3 /r
vpsrlvd         | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F38.W0 45 /r             | fv
vpsrlvq         | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F38.W1 45 /r             | fv
vpsubd          | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 FA /r               | fv
vpsubq          | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 FB /r               | fv
vpternlogd      | v{k}{z}, v, v/m/m32bcst, imm8          | EVEX.VL.66.0F3A.W0 25 /r ib          | fv
vpternlogq      | v{k}{z}, v, v/m/m64bcst, imm8          | EVEX.VL.66.0F3A.W1 25 /r ib          | fv
vptestmd        | k{k}, v, v/m/m32bcst                   | EVEX.VL.66.0F38.W0 27 /r             | fv
vptestmq        | k{k}, v, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 27 /r             | fv
vptestnmd       | k{k}, v, v/m/m32bcst                   | EVEX.VL.F3.0F38.W0 27 /r             | fv
vptestnmq       | k{k}, v, v/m/m64bcst                   | EVEX.VL.F3.0F38.W1 27 /r             | fv
vpunpckhdq      | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 6A /r               | fv
vpunpckhqdq     | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 6D /r               | fv
vpunpckldq      | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 62 /r               | fv
vpunpcklqdq     | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 6C /r               | fv
vpxord          | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.66.0F.W0 EF /r               | fv
vpxorq          | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 EF /r               | fv
vrcp14pd        | v{k}{z}, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 4C /r             | fv
vrcp14ps        | v{k}{z}, v/m/m32bcst                   | EVEX.VL.66.0F38.W0 4C /r             | fv
vrcp14sd        | xmm{k}{z}, xmm, xmm/m64                | EVEX.LIG.66.0F38.W1 4D /r
vrcp14ss        | xmm{k}{z}, xmm, xmm/m32                | EVEX.LIG.66.0F38.W0 4D /r
vrndscalepd     | v{k}{z}, v/m/m64bcst{sae}, imm8        | EVEX.VL.66.0F3A.W1 09 /r ib          | fv
vrndscaleps     | v{k}{z}, v/m/m32bcst{sae}, imm8        | EVEX.VL.66.0F3A.W0 08 /r ib          | fv
vrndscalesd     | xmm{k}{z}, xmm, xmm/m64{sae}, imm8     | EVEX.LIG.66.0F3A.W1 0B /r ib
vrndscaless     | xmm{k}{z}, xmm, xmm/m32{sae}, imm8     | EVEX.LIG.66.0F3A.W0 0A /r ib
vrsqrt14pd      | v{k}{z}, v/m/m64bcst                   | EVEX.VL.66.0F38.W1 4E /r             | fv
vrsqrt14ps      | v{k}{z}, v/m/m32bcst                   | EVEX.VL.66.0F38.W0 4E /r             | fv
vrsqrt14sd      | xmm{k}{z}, xmm, xmm/m64                | EVEX.LIG.66.0F38.W1 4F /r
vrsqrt14ss      | xmm{k}{z}, xmm, xmm/m32                | EVEX.LIG.66.0F38.W0 4F /r
vscalefpd       | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F38.W1 2C /r             | fv
vscalefps       | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.66.0F38.W0 2C /r             | fv
vscalefsd       | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.66.0F38.W1 2D /r
vscalefss       | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.66.0F38.W0 2D /r
vscatterdpd     | vm32h{k!}, v                           | EVEX.VL.66.0F38.W1 A2 /r
vscatterdps     | vm32v{k!}, v                           | EVEX.VL.66.0F38.W0 A2 /r
vscatterqpd     | vm64v{k!}, v                           | EVEX.VL.66.0F38.W1 A3 /r
vscatterqps     | vm64v{k!}, h                           | EVEX.VL.66.0F38.W0 A3 /r
vshuff32x4      | zmm{k}{z}, zmm, zmm/m512/m32bcst, imm8 | EVEX.512.66.0F3A.W0 23 /r ib
vshuff64x2      | zmm{k}{z}, zmm, zmm/m512/m64bcst, imm8 | EVEX.512.66.0F3A.W1 23 /r ib
vshufi32x4      | zmm{k}{z}, zmm, zmm/m512/m32bcst, imm8 | EVEX.512.66.0F3A.W0 43 /r ib
vshufi64x2      | zmm{k}{z}, zmm, zmm/m512/m64bcst, imm8 | EVEX.512.66.0F3A.W1 43 /r ib
vshufpd         | v{k}{z}, v, v/m/m64bcst, imm8          | EVEX.VL.66.0F.W1 C6 /r ib            | fv
vshufps         | v{k}{z}, v, v/m/m32bcst, imm8          | EVEX.VL.0F.W0 C6 /r ib               | fv
vsqrtpd         | v{k}{z}, v/m/m64bcst{er}               | EVEX.VL.66.0F.W1 51 /r               | fv
vsqrtps         | v{k}{z}, v/m/m32bcst{er}               | EVEX.VL.0F.W0 51 /r                  | fv
vsqrtsd         | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 51 /r
vsqrtss         | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.F3.0F.W0 51 /r
vsubpd          | v{k}{z}, v, v/m/m64bcst{er}            | EVEX.VL.66.0F.W1 5C /r               | fv
vsubps          | v{k}{z}, v, v/m/m32bcst{er}            | EVEX.VL.0F.W0 5C /r                  | fv
vsubsd          | xmm{k}{z}, xmm, xmm/m64{er}            | EVEX.LIG.F2.0F.W1 5C /r
vsubss          | xmm{k}{z}, xmm, xmm/m32{er}            | EVEX.LIG.F3.0F.W0 5C /r
vucomisd        | xmm, xmm/m64{sae}                      | EVEX.LIG.66.0F.W1 2E /r
vucomiss        | xmm, xmm/m32{sae}                      | EVEX.LIG.0F.W0 2E /r
vunpckhpd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 15 /r               | fv
vunpckhps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.0F.W0 15 /r                  | fv
vunpcklpd       | v{k}{z}, v, v/m/m64bcst                | EVEX.VL.66.0F.W1 14 /r               | fv
vunpcklps       | v{k}{z}, v, v/m/m32bcst                | EVEX.VL.0F.W0 14 /r                  | fv
# AVX512F AVX512VL
vbroadcastf32x4 | ymm{k}{z}, m128                        | EVEX.256.66.0F38.W0 1A /r
vbroadcasti32x4 | ymm{k}{z}, m128                        | EVEX.256.66.0F38.W0 5A /r
vbroadcastsd    | ymm{k}{z}, xmm/m64                     | EVEX.256.66.0F38.W1 19 /r
vextractf32x4   | xmm/m128{k}{z}, ymm, imm8              | EVEX.256.66.0F3A.W0 19 /r ib
vextracti32x4   | xmm/m128{k}{z}, ymm, imm8              | EVEX.256.66.0F3A.W0 39 /r ib
vinsertf32x4    | ymm{k}{z}, ymm, xmm/m128, imm8         | EVEX.256.66.0F3A.W0 18 /r ib
vinserti32x4    | ymm{k}{z}, ymm, xmm/m128, imm8         | EVEX.256.66.0F3A.W0 38 /r ib
vmovddup        | xmm{k}{z}, xmm/m64                     | EVEX.128.F2.0F.W1 12 /r
vmovddup        | ymm{k}{z}, ymm/m256                    | EVEX.256.F2.0F.W1 12 /r
vpermd          | ymm{k}{z}, ymm, ymm/m256/m32bcst       | EVEX.256.66.0F38.W0 36 /r
vpermpd         | ymm{k}{z}, ymm, ymm/m256/m64bcst       | EVEX.256.66.0F38.W1 16 /r
vpermpd         | ymm{k}{z}, ymm/m256/m64bcst, imm8      | EVEX.256.66.0F3A.W1 01 /r ib
vpermps         | ymm{k}{z}, ymm, ymm/m256/m32bcst       | EVEX.256.66.0F38.W0 16 /r
vpermq          | ymm{k}{z}, ymm, ymm/m256/m64bcst       | EVEX.256.66.0F38.W1 36 /r
vpermq          | ymm{k}{z}, ymm/m256/m64bcst, imm8      | EVEX.256.66.0F3A.W1 00 /r ib
vshuff32x4      | ymm{k}{z}, ymm, ymm/m256/m32bcst, imm8 | EVEX.256.66.0F3A.W0 23 /r ib
vshuff64x2      | ymm{k}{z}, ymm, ymm/m256/m64bcst, imm8 | EVEX.256.66.0F3A.W1 23 /r ib
vshufi32x4      | ymm{k}{z}, ymm, ymm/m256/m32bcst, imm8 | EVEX.256.66.0F3A.W0 43 /r ib
vshufi64x2      | ymm{k}{z}, ymm, ymm/m256/m64bcst, imm8 | EVEX.256.66.0F3A.W1 43 /r ib
`;
