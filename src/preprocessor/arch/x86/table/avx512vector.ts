/** The later extensions of AVX-512, but for FP16. notation.ts explains the columns. */
export const AVX512_VECTOR = `
# AVX512_VBMI
vpermb            | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W0 8D /r        | fv
vpermi2b          | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W0 75 /r        | fv
vpermt2b          | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W0 7D /r        | fv
vpmultishiftqb    | v{k}{z}, v, v/m/m64bcst          | EVEX.VL.66.0F38.W1 83 /r        | fv
# AVX512_VBMI2
vpcompressb       | v/m{k}{z}, v                     | EVEX.VL.66.0F38.W0 63 /r        | u8
vpcompressw       | v/m{k}{z}, v                     | EVEX.VL.66.0F38.W1 63 /r        | u16
vpexpandb         | v{k}{z}, v/m                     | EVEX.VL.66.0F38.W0 62 /r        | u8
vpexpandw         | v{k}{z}, v/m                     | EVEX.VL.66.0F38.W1 62 /r        | u16
vpshldd           | v{k}{z}, v, v/m/m32bcst, imm8    | EVEX.VL.66.0F3A.W0 71 /r ib     | fv
vpshldq           | v{k}{z}, v, v/m/m64bcst, imm8    | EVEX.VL.66.0F3A.W1 71 /r ib     | fv
vpshldvd          | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 71 /r        | fv
vpshldvq          | v{k}{z}, v, v/m/m64bcst          | EVEX.VL.66.0F38.W1 71 /r        | fv
vpshldvw          | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W1 70 /r        | fv
vpshldw           | v{k}{z}, v, v/m, imm8            | EVEX.VL.66.0F3A.W1 70 /r ib     | fv
vpshrdd           | v{k}{z}, v, v/m/m32bcst, imm8    | EVEX.VL.66.0F3A.W0 73 /r ib     | fv
vpshrdq           | v{k}{z}, v, v/m/m64bcst, imm8    | EVEX.VL.66.0F3A.W1 73 /r ib     | fv
vpshrdvd          | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 73 /r        | fv
vpshrdvq          | v{k}{z}, v, v/m/m64bcst          | EVEX.VL.66.0F38.W1 73 /r        | fv
vpshrdvw          | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W1 72 /r        | fv
vpshrdw           | v{k}{z}, v, v/m, imm8            | EVEX.VL.66.0F3A.W1 72 /r ib     | fv
# AVX512_IFMA
vpmadd52huq       | v{k}{z}, v, v/m/m64bcst          | EVEX.VL.66.0F38.W1 B5 /r        | fv
vpmadd52luq       | v{k}{z}, v, v/m/m64bcst          | EVEX.VL.66.0F38.W1 B4 /r        | fv
# AVX512_VNNI
vpdpbusd          | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 50 /r        | fv
vpdpbusds         | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 51 /r        | fv
vpdpwssd          | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 52 /r        | fv
vpdpwssds         | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.66.0F38.W0 53 /r        | fv
# AVX512_BITALG
vpopcntb          | v{k}{z}, v/m                     | EVEX.VL.66.0F38.W0 54 /r        | fv
vpopcntw          | v{k}{z}, v/m                     | EVEX.VL.66.0F38.W1 54 /r        | fv
vpshufbitqmb      | k{k}, v, v/m                     | EVEX.VL.66.0F38.W0 8F /r        | fv
# AVX512_VPOPCNTDQ
vpopcntd          | v{k}{z}, v/m/m32bcst             | EVEX.VL.66.0F38.W0 55 /r        | fv
vpopcntq          | v{k}{z}, v/m/m64bcst             | EVEX.VL.66.0F38.W1 55 /r        | fv
# AVX512_BF16
vcvtne2ps2bf16    | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.F2.0F38.W0 72 /r        | fv
vcvtneps2bf16     | h{k}{z}, v/m/m32bcst             | EVEX.VL.F3.0F38.W0 72 /r        | fv
vdpbf16ps         | v{k}{z}, v, v/m/m32bcst          | EVEX.VL.F3.0F38.W0 52 /r        | fv
# AVX512_VP2INTERSECT
vp2intersectd     | k, v, v/m/m32bcst                | EVEX.VL.F2.0F38.W0 68 /r        | fv
vp2intersectq     | k, v, v/m/m64bcst                | EVEX.VL.F2.0F38.W1 68 /r        | fv
# AVX512ER
vexp2pd           | zmm{k}{z}, zmm/m512/m64bcst{sae} | EVEX.512.66.0F38.W1 C8 /r
vexp2ps           | zmm{k}{z}, zmm/m512/m32bcst{sae} | EVEX.512.66.0F38.W0 C8 /r
vrcp28pd          | zmm{k}{z}, zmm/m512/m64bcst{sae} | EVEX.512.66.0F38.W1 CA /r
vrcp28ps          | zmm{k}{z}, zmm/m512/m32bcst{sae} | EVEX.512.66.0F38.W0 CA /r
vrcp28sd          | xmm{k}{z}, xmm, xmm/m64{sae}     | EVEX.LIG.66.0F38.W1 CB /r
vrcp28ss          | xmm{k}{z}, xmm, xmm/m32{sae}     | EVEX.LIG.66.0F38.W0 CB /r
vrsqrt28pd        | zmm{k}{z}, zmm/m512/m64bcst{sae} | EVEX.512.66.0F38.W1 CC /r
vrsqrt28ps        | zmm{k}{z}, zmm/m512/m32bcst{sae} | EVEX.512.66.0F38.W0 CC /r
vrsqrt28sd        | xmm{k}{z}, xmm, xmm/m64{sae}     | EVEX.LIG.66.0F38.W1 CD /r
vrsqrt28ss        | xmm{k}{z}, xmm, xmm/m32{sae}     | EVEX.LIG.66.0F38.W0 CD /r
# AVX512PF
vgatherpf0dpd     | vm32y{k!}                        | EVEX.512.66.0F38.W1 C6 /1
vgatherpf0dps     | vm32z{k!}                        | EVEX.512.66.0F38.W0 C6 /1
vgatherpf0qpd     | vm64z{k!}                        | EVEX.512.66.0F38.W1 C7 /1
vgatherpf0qps     | vm64z{k!}                        | EVEX.512.66.0F38.W0 C7 /1
vgatherpf1dpd     | vm32y{k!}                        | EVEX.512.66.0F38.W1 C6 /2
vgatherpf1dps     | vm32z{k!}                        | EVEX.512.66.0F38.W0 C6 /2
vgatherpf1qpd     | vm64z{k!}                        | EVEX.512.66.0F38.W1 C7 /2
vgatherpf1qps     | vm64z{k!}                        | EVEX.512.66.0F38.W0 C7 /2
vscatterpf0dpd    | vm32y{k!}                        | EVEX.512.66.0F38.W1 C6 /5
vscatterpf0dps    | vm32z{k!}                        | EVEX.512.66.0F38.W0 C6 /5
vscatterpf0qpd    | vm64z{k!}                        | EVEX.512.66.0F38.W1 C7 /5
vscatterpf0qps    | vm64z{k!}                        | EVEX.512.66.0F38.W0 C7 /5
vscatterpf1dpd    | vm32y{k!}                        | EVEX.512.66.0F38.W1 C6 /6
vscatterpf1dps    | vm32z{k!}                        | EVEX.512.66.0F38.W0 C6 /6
vscatterpf1qpd    | vm64z{k!}                        | EVEX.512.66.0F38.W1 C7 /6
vscatterpf1qps    | vm64z{k!}                        | EVEX.512.66.0F38.W0 C7 /6
# AVX512_4FMAPS
v4fmaddps         | zmm{k}{z}, zmm, m128             | EVEX.512.F2.0F38.W0 9A /r
v4fmaddss         | xmm{k}{z}, xmm, m128             | EVEX.LIG.F2.0F38.W0 9B /r
v4fnmaddps        | zmm{k}{z}, zmm, m128             | EVEX.512.F2.0F38.W0 AA /r
v4fnmaddss        | xmm{k}{z}, xmm, m128             | EVEX.LIG.F2.0F38.W0 AB /r
# AVX512_4VNNIW
vp4dpwssd         | zmm{k}{z}, zmm, m128             | EVEX.512.F2.0F38.W0 52 /r
vp4dpwssds        | zmm{k}{z}, zmm, m128             | EVEX.512.F2.0F38.W0 53 /r
# GFNI AVX512F
vgf2p8affineinvqb | v{k}{z}, v, v/m/m64bcst, imm8    | EVEX.VL.66.0F3A.W1 CF /r ib     | fv
vgf2p8affineqb    | v{k}{z}, v, v/m/m64bcst, imm8    | EVEX.VL.66.0F3A.W1 CE /r ib     | fv
vgf2p8mulb        | v{k}{z}, v, v/m                  | EVEX.VL.66.0F38.W0 CF /r        | fv
# VAES AVX512F
vaesdec           | v, v, v/m                        | EVEX.VL.66.0F38.WIG DE /r       | fv
vaesdeclast       | v, v, v/m                        | EVEX.VL.66.0F38.WIG DF /r       | fv
vaesenc           | v, v, v/m                        | EVEX.VL.66.0F38.WIG DC /r       | fv
vaesenclast       | v, v, v/m                        | EVEX.VL.66.0F38.WIG DD /r       | fv
# VPCLMULQDQ AVX512F
vpclmulqdq        | v, v, v/m, imm8                  | EVEX.VL.66.0F3A.WIG 44 /r ib    | fv
`;
