/** AVX-512 for floating-point numbers of 16 bits. notation.ts explains the columns. */
export const AVX512_FP16 = `
# AVX512_FP16
vaddph         | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.MAP5.W0 58 /r               | fv
vaddsh         | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.F3.MAP5.W0 58 /r
vcmpph         | k{k}, v, v/m/m16bcst{sae}, imm8    | EVEX.VL.0F3A.W0 C2 /r ib            | fv
vcmpsh         | k{k}, xmm, xmm/m16{sae}, imm8      | EVEX.LIG.F3.0F3A.W0 C2 /r ib
vcomish        | xmm, xmm/m16{sae}                  | EVEX.LIG.MAP5.W0 2F /r
vcvtdq2ph      | h{k}{z}, v/m/m32bcst{er}           | EVEX.VL.MAP5.W0 5B /r               | fv
vcvtpd2ph      | xmm{k}{z}, v/m/m64bcst{er}         | EVEX.VL.66.MAP5.W1 5A /r            | fv
vcvtph2dq      | v{k}{z}, h/m/m16bcst{er}           | EVEX.VL.66.MAP5.W0 5B /r            | hv
vcvtph2pd      | v{k}{z}, xmm/m/m16bcst{sae}        | EVEX.VL.MAP5.W0 5A /r               | qv
vcvtph2psx     | v{k}{z}, h/m/m16bcst{sae}          | EVEX.VL.66.MAP6.W0 13 /r            | hv
vcvtph2qq      | v{k}{z}, xmm/m/m16bcst{er}         | EVEX.VL.66.MAP5.W0 7B /r            | qv
vcvtph2udq     | v{k}{z}, h/m/m16bcst{er}           | EVEX.VL.MAP5.W0 79 /r               | hv
vcvtph2uqq     | v{k}{z}, xmm/m/m16bcst{er}         | EVEX.VL.66.MAP5.W0 79 /r            | qv
vcvtph2uw      | v{k}{z}, v/m/m16bcst{er}           | EVEX.VL.MAP5.W0 7D /r               | fv
vcvtph2w       | v{k}{z}, v/m/m16bcst{er}           | EVEX.VL.66.MAP5.W0 7D /r            | fv
vcvtps2phx     | h{k}{z}, v/m/m32bcst{er}           | EVEX.VL.66.MAP5.W0 1D /r            | fv
vcvtqq2ph      | xmm{k}{z}, v/m/m64bcst{er}         | EVEX.VL.MAP5.W1 5B /r               | fv
vcvtsd2sh      | xmm{k}{z}, xmm, xmm/m64{er}        | EVEX.LIG.F2.MAP5.W1 5A /r
vcvtsh2sd      | xmm{k}{z}, xmm, xmm/m16{sae}       | EVEX.LIG.F3.MAP5.W0 5A /r
vcvtsh2si      | r32, xmm/m16{er}                   | EVEX.LIG.F3.MAP5.W0 2D /r
vcvtsh2si      | r64, xmm/m16{er}                   | EVEX.LIG.F3.MAP5.W1 2D /r           | x64
vcvtsh2ss      | xmm{k}{z}, xmm, xmm/m16{sae}       | EVEX.LIG.MAP6.W0 13 /r
vcvtsh2usi     | r32, xmm/m16{er}                   | EVEX.LIG.F3.MAP5.W0 79 /r
vcvtsh2usi     | r64, xmm/m16{er}                   | EVEX.LIG.F3.MAP5.W1 79 /r           | x64
vcvtsi2sh      | xmm, xmm, r/m32{er}                | EVEX.LIG.F3.MAP5.W0 2A /r
vcvtsi2sh      | xmm, xmm, r/m64{er}                | EVEX.LIG.F3.MAP5.W1 2A /r           | x64
vcvtss2sh      | xmm{k}{z}, xmm, xmm/m32{er}        | EVEX.LIG.MAP5.W0 1D /r
vcvttph2dq     | v{k}{z}, h/m/m16bcst{sae}          | EVEX.VL.F3.MAP5.W0 5B /r            | hv
vcvttph2qq     | v{k}{z}, xmm/m/m16bcst{sae}        | EVEX.VL.66.MAP5.W0 7A /r            | qv
vcvttph2udq    | v{k}{z}, h/m/m16bcst{sae}          | EVEX.VL.MAP5.W0 78 /r               | hv
vcvttph2uqq    | v{k}{z}, xmm/m/m16bcst{sae}        | EVEX.VL.66.MAP5.W0 78 /r            | qv
vcvttph2uw     | v{k}{z}, v/m/m16bcst{sae}          | EVEX.VL.MAP5.W0 7C /r               | fv
vcvttph2w      | v{k}{z}, v/m/m16bcst{sae}          | EVEX.VL.66.MAP5.W0 7C /r            | fv
vcvttsh2si     | r32, xmm/m16{sae}                  | EVEX.LIG.F3.MAP5.W0 2C /r
vcvttsh2si     | r64, xmm/m16{sae}                  | EVEX.LIG.F3.MAP5.W1 2C /r           | x64
vcvttsh2usi    | r32, xmm/m16{sae}                  | EVEX.LIG.F3.MAP5.W0 78 /r
vcvttsh2usi    | r64, xmm/m16{sae}                  | EVEX.LIG.F3.MAP5.W1 78 /r           | x64
vcvtudq2ph     | h{k}{z}, v/m/m32bcst{er}           | EVEX.VL.F2.MAP5.W0 7A /r            | fv
vcvtuqq2ph     | xmm{k}{z}, v/m/m64bcst{er}         | EVEX.VL.F2.MAP5.W1 7A /r            | fv
vcvtusi2sh     | xmm, xmm, r/m32{er}                | EVEX.LIG.F3.MAP5.W0 7B /r
vcvtusi2sh     | xmm, xmm, r/m64{er}                | EVEX.LIG.F3.MAP5.W1 7B /r           | x64
vcvtuw2ph      | v{k}{z}, v/m/m16bcst{er}           | EVEX.VL.F2.MAP5.W0 7D /r            | fv
vcvtw2ph       | v{k}{z}, v/m/m16bcst{er}           | EVEX.VL.F3.MAP5.W0 7D /r            | fv
vdivph         | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.MAP5.W0 5E /r               | fv
vdivsh         | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.F3.MAP5.W0 5E /r
vfcmaddcph     | v{k}{z}, v, v/m/m32bcst{er}        | EVEX.VL.F2.MAP6.W0 56 /r distinct1  | fv
vfcmaddcsh     | xmm{k}{z}, xmm, xmm/m32{er}        | EVEX.LIG.F2.MAP6.W0 57 /r distinct1
vfcmulcph      | v{k}{z}, v, v/m/m32bcst{er}        | EVEX.VL.F2.MAP6.W0 D6 /r distinct1  | fv
vfcmulcsh      | xmm{k}{z}, xmm, xmm/m32{er}        | EVEX.LIG.F2.MAP6.W0 D7 /r distinct1
vfmadd132ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 98 /r            | fv
vfmadd132sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 99 /r
vfmadd213ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 A8 /r            | fv
vfmadd213sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 A9 /r
vfmadd231ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 B8 /r            | fv
vfmadd231sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 B9 /r
vfmaddcph      | v{k}{z}, v, v/m/m32bcst{er}        | EVEX.VL.F3.MAP6.W0 56 /r distinct1  | fv
vfmaddcsh      | xmm{k}{z}, xmm, xmm/m32{er}        | EVEX.LIG.F3.MAP6.W0 57 /r distinct1
vfmaddsub132ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 96 /r            | fv
vfmaddsub213ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 A6 /r            | fv
vfmaddsub231ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 B6 /r            | fv
vfmsub132ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 9A /r            | fv
vfmsub132sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 9B /r
vfmsub213ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 AA /r            | fv
vfmsub213sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 AB /r
vfmsub231ph    | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 BA /r            | fv
vfmsub231sh    | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 BB /r
vfmsubadd132ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 97 /r            | fv
vfmsubadd213ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 A7 /r            | fv
vfmsubadd231ph | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 B7 /r            | fv
vfmulcph       | v{k}{z}, v, v/m/m32bcst{er}        | EVEX.VL.F3.MAP6.W0 D6 /r distinct1  | fv
vfmulcsh       | xmm{k}{z}, xmm, xmm/m32{er}        | EVEX.LIG.F3.MAP6.W0 D7 /r distinct1
vfnmadd132ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 9C /r            | fv
vfnmadd132sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 9D /r
vfnmadd213ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 AC /r            | fv
vfnmadd213sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 AD /r
vfnmadd231ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 BC /r            | fv
vfnmadd231sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 BD /r
vfnmsub132ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 9E /r            | fv
vfnmsub132sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 9F /r
vfnmsub213ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 AE /r            | fv
vfnmsub213sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 AF /r
vfnmsub231ph   | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 BE /r            | fv
vfnmsub231sh   | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 BF /r
vfpclassph     | k{k}, v/m/m16bcst, imm8            | EVEX.VL.0F3A.W0 66 /r ib            | fv
vfpclasssh     | k{k}, xmm/m16, imm8                | EVEX.LIG.0F3A.W0 67 /r ib
vgetexpph      | v{k}{z}, v/m/m16bcst{sae}          | EVEX.VL.66.MAP6.W0 42 /r            | fv
vgetexpsh      | xmm{k}{z}, xmm, xmm/m16{sae}       | EVEX.LIG.66.MAP6.W0 43 /r
vgetmantph     | v{k}{z}, v/m/m16bcst{sae}, imm8    | EVEX.VL.0F3A.W0 26 /r ib            | fv
vgetmantsh     | xmm{k}{z}, xmm, xmm/m16{sae}, imm8 | EVEX.LIG.0F3A.W0 27 /r ib
vmaxph         | v{k}{z}, v, v/m/m16bcst{sae}       | EVEX.VL.MAP5.W0 5F /r               | fv
vmaxsh         | xmm{k}{z}, xmm, xmm/m16{sae}       | EVEX.LIG.F3.MAP5.W0 5F /r
vminph         | v{k}{z}, v, v/m/m16bcst{sae}       | EVEX.VL.MAP5.W0 5D /r               | fv
vminsh         | xmm{k}{z}, xmm, xmm/m16{sae}       | EVEX.LIG.F3.MAP5.W0 5D /r
vmovsh         | xmm{k}{z}, m16                     | EVEX.LIG.F3.MAP5.W0 10 /r
vmovsh         | m16{k}, xmm                        | EVEX.LIG.F3.MAP5.W0 11 /r
vmovsh         | xmm{k}{z}, xmm, xmm                | EVEX.LIG.F3.MAP5.W0 10 /r
vmovw          | xmm, r32/m16                       | EVEX.128.66.MAP5.W0 6E /r
vmovw          | xmm, r64/m16                       | EVEX.128.66.MAP5.W1 6E /r           | x64
vmovw          | r32/m16, xmm                       | EVEX.128.66.MAP5.W0 7E /r
vmovw          | r64/m16, xmm                       | EVEX.128.66.MAP5.W1 7E /r           | x64
vmulph         | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.MAP5.W0 59 /r               | fv
vmulsh         | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.F3.MAP5.W0 59 /r
vrcpph         | v{k}{z}, v/m/m16bcst               | EVEX.VL.66.MAP6.W0 4C /r            | fv
vrcpsh         | xmm{k}{z}, xmm, xmm/m16            | EVEX.LIG.66.MAP6.W0 4D /r
vreduceph      | v{k}{z}, v/m/m16bcst{sae}, imm8    | EVEX.VL.0F3A.W0 56 /r ib            | fv
vreducesh      | xmm{k}{z}, xmm, xmm/m16{sae}, imm8 | EVEX.LIG.0F3A.W0 57 /r ib
vrndscaleph    | v{k}{z}, v/m/m16bcst{sae}, imm8    | EVEX.VL.0F3A.W0 08 /r ib            | fv
vrndscalesh    | xmm{k}{z}, xmm, xmm/m16{sae}, imm8 | EVEX.LIG.0F3A.W0 0A /r ib
vrsqrtph       | v{k}{z}, v/m/m16bcst               | EVEX.VL.66.MAP6.W0 4E /r            | fv
vrsqrtsh       | xmm{k}{z}, xmm, xmm/m16            | EVEX.LIG.66.MAP6.W0 4F /r
vscalefph      | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.66.MAP6.W0 2C /r            | fv
vscalefsh      | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.66.MAP6.W0 2D /r
vsqrtph        | v{k}{z}, v/m/m16bcst{er}           | EVEX.VL.MAP5.W0 51 /r               | fv
vsqrtsh        | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.F3.MAP5.W0 51 /r
vsubph         | v{k}{z}, v, v/m/m16bcst{er}        | EVEX.VL.MAP5.W0 5C /r               | fv
vsubsh         | xmm{k}{z}, xmm, xmm/m16{er}        | EVEX.LIG.F3.MAP5.W0 5C /r
vucomish       | xmm, xmm/m16{sae}                  | EVEX.LIG.MAP5.W0 2E /r
`;
