/** AVX10.2. notation.ts explains the columns. */
export const AVX10 = `
# AVX10.2
vaddbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 58 /r            | fv
vcmpbf16        | k{k}, v, v/m/m16bcst, imm8            | EVEX.VL.F2.0F3A.W0 C2 /r ib         | fv
vcomisbf16      | xmm, xmm/m16                          | EVEX.LIG.66.MAP5.W0 2F /r
vcomxsd         | xmm, xmm/m64{sae}                     | EVEX.LIG.F2.0F.W1 2F /r
vcomxsh         | xmm, xmm/m16{sae}                     | EVEX.LIG.F3.MAP5.W0 2F /r
vcomxss         | xmm, xmm/m32{sae}                     | EVEX.LIG.F3.0F.W0 2F /r
vcvt2ph2bf8     | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.F2.0F38.W0 74 /r            | fv
vcvt2ph2bf8s    | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.F2.MAP5.W0 74 /r            | fv
vcvt2ph2hf8     | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.F2.MAP5.W0 18 /r            | fv
vcvt2ph2hf8s    | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.F2.MAP5.W0 1B /r            | fv
vcvt2ps2phx     | v{k}{z}, v, v/m/m32bcst{er}           | EVEX.VL.66.0F38.W0 67 /r            | fv
vcvtbf162ibs    | v{k}{z}, v/m/m16bcst                  | EVEX.VL.F2.MAP5.W0 69 /r            | fv
vcvtbf162iubs   | v{k}{z}, v/m/m16bcst                  | EVEX.VL.F2.MAP5.W0 6B /r            | fv
vcvtbiasph2bf8  | h{k}{z}, v, v/m/m16bcst               | EVEX.VL.0F38.W0 74 /r               | fv
vcvtbiasph2bf8s | h{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP5.W0 74 /r               | fv
vcvtbiasph2hf8  | h{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP5.W0 18 /r               | fv
vcvtbiasph2hf8s | h{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP5.W0 1B /r               | fv
vcvthf82ph      | v{k}{z}, h/m                          | EVEX.VL.F2.MAP5.W0 1E /r            | hv
vcvtph2bf8      | h{k}{z}, v/m/m16bcst                  | EVEX.VL.F3.0F38.W0 74 /r            | fv
vcvtph2bf8s     | h{k}{z}, v/m/m16bcst                  | EVEX.VL.F3.MAP5.W0 74 /r            | fv
vcvtph2hf8      | h{k}{z}, v/m/m16bcst                  | EVEX.VL.F3.MAP5.W0 18 /r            | fv
vcvtph2hf8s     | h{k}{z}, v/m/m16bcst                  | EVEX.VL.F3.MAP5.W0 1B /r            | fv
vcvtph2ibs      | v{k}{z}, v/m/m16bcst{er}              | EVEX.VL.MAP5.W0 69 /r               | fv
vcvtph2iubs     | v{k}{z}, v/m/m16bcst{er}              | EVEX.VL.MAP5.W0 6B /r               | fv
vcvtps2ibs      | v{k}{z}, v/m/m32bcst{er}              | EVEX.VL.66.MAP5.W0 69 /r            | fv
vcvtps2iubs     | v{k}{z}, v/m/m32bcst{er}              | EVEX.VL.66.MAP5.W0 6B /r            | fv
vcvttbf162ibs   | v{k}{z}, v/m/m16bcst                  | EVEX.VL.F2.MAP5.W0 68 /r            | fv
vcvttbf162iubs  | v{k}{z}, v/m/m16bcst                  | EVEX.VL.F2.MAP5.W0 6A /r            | fv
vcvttpd2dqs     | h{k}{z}, v/m/m64bcst{sae}             | EVEX.VL.MAP5.W1 6D /r               | fv
vcvttpd2qqs     | v{k}{z}, v/m/m64bcst{sae}             | EVEX.VL.66.MAP5.W1 6D /r            | fv
vcvttpd2udqs    | h{k}{z}, v/m/m64bcst{sae}             | EVEX.VL.MAP5.W1 6C /r               | fv
vcvttpd2uqqs    | v{k}{z}, v/m/m64bcst{sae}             | EVEX.VL.66.MAP5.W1 6C /r            | fv
vcvttph2ibs     | v{k}{z}, v/m/m16bcst{sae}             | EVEX.VL.MAP5.W0 68 /r               | fv
vcvttph2iubs    | v{k}{z}, v/m/m16bcst{sae}             | EVEX.VL.MAP5.W0 6A /r               | fv
vcvttps2dqs     | v{k}{z}, v/m/m32bcst{sae}             | EVEX.VL.MAP5.W0 6D /r               | fv
vcvttps2ibs     | v{k}{z}, v/m/m32bcst{sae}             | EVEX.VL.66.MAP5.W0 68 /r            | fv
vcvttps2iubs    | v{k}{z}, v/m/m32bcst{sae}             | EVEX.VL.66.MAP5.W0 6A /r            | fv
vcvttps2qqs     | v{k}{z}, h/m/m32bcst{sae}             | EVEX.VL.66.MAP5.W0 6D /r            | hv
vcvttps2udqs    | v{k}{z}, v/m/m32bcst{sae}             | EVEX.VL.MAP5.W0 6C /r               | fv
vcvttps2uqqs    | v{k}{z}, h/m/m32bcst{sae}             | EVEX.VL.66.MAP5.W0 6C /r            | hv
vcvttsd2sis     | r32, xmm/m64{sae}                     | EVEX.LIG.F2.MAP5.W0 6D /r
vcvttsd2sis     | r64, xmm/m64{sae}                     | EVEX.LIG.F2.MAP5.W1 6D /r           | x64
vcvttsd2usis    | r32, xmm/m64{sae}                     | EVEX.LIG.F2.MAP5.W0 6C /r
vcvttsd2usis    | r64, xmm/m64{sae}                     | EVEX.LIG.F2.MAP5.W1 6C /r           | x64
vcvttss2sis     | r32, xmm/m32{sae}                     | EVEX.LIG.F3.MAP5.W0 6D /r
vcvttss2sis     | r64, xmm/m32{sae}                     | EVEX.LIG.F3.MAP5.W1 6D /r           | x64
vcvttss2usis    | r32, xmm/m32{sae}                     | EVEX.LIG.F3.MAP5.W0 6C /r
vcvttss2usis    | r64, xmm/m32{sae}                     | EVEX.LIG.F3.MAP5.W1 6C /r           | x64
vdivbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 5E /r            | fv
vdpphps         | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.0F38.W0 52 /r               | fv
vfmadd132bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 98 /r               | fv
vfmadd213bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 A8 /r               | fv
vfmadd231bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 B8 /r               | fv
vfmsub132bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 9A /r               | fv
vfmsub213bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 AA /r               | fv
vfmsub231bf16   | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 BA /r               | fv
vfnmadd132bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 9C /r               | fv
vfnmadd213bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 AC /r               | fv
vfnmadd231bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 BC /r               | fv
vfnmsub132bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 9E /r               | fv
vfnmsub213bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 AE /r               | fv
vfnmsub231bf16  | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 BE /r               | fv
vfpclassbf16    | k{k}, v/m/m16bcst, imm8               | EVEX.VL.F2.0F3A.W0 66 /r ib         | fv
vgetexpbf16     | v{k}{z}, v/m/m16bcst                  | EVEX.VL.MAP6.W0 42 /r               | fv
vgetmantbf16    | v{k}{z}, v/m/m16bcst, imm8            | EVEX.VL.F2.0F3A.W0 26 /r ib         | fv
vmaxbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 5F /r            | fv
vminbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 5D /r            | fv
vminmaxbf16     | v{k}{z}, v, v/m/m16bcst, imm8         | EVEX.VL.F2.0F3A.W0 52 /r ib         | fv
vminmaxpd       | v{k}{z}, v, v/m/m64bcst{sae}, imm8    | EVEX.VL.66.0F3A.W1 52 /r ib         | fv
vminmaxph       | v{k}{z}, v, v/m/m16bcst{sae}, imm8    | EVEX.VL.0F3A.W0 52 /r ib            | fv
vminmaxps       | v{k}{z}, v, v/m/m32bcst{sae}, imm8    | EVEX.VL.66.0F3A.W0 52 /r ib         | fv
vminmaxsd       | xmm{k}{z}, xmm, xmm/m64{sae}, imm8    | EVEX.LIG.66.0F3A.W1 53 /r ib
vminmaxsh       | xmm{k}{z}, xmm, xmm/m16{sae}, imm8    | EVEX.LIG.0F3A.W0 53 /r ib
vminmaxss       | xmm{k}{z}, xmm, xmm/m32{sae}, imm8    | EVEX.LIG.66.0F3A.W0 53 /r ib
vmovd           | xmm, xmm/m32                          | EVEX.128.F3.0F.W0 7E /r
vmovd           | xmm/m32, xmm                          | EVEX.128.66.0F.W0 D6 /r
vmovw           | xmm, xmm/m16                          | EVEX.128.F3.MAP5.W0 6E /r
vmovw           | xmm/m16, xmm                          | EVEX.128.F3.MAP5.W0 7E /r
vmpsadbw        | v{k}{z}, v, v/m, imm8                 | EVEX.VL.F3.0F3A.W0 42 /r ib         | fv
vmulbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 59 /r            | fv
vpdpbssd        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F2.0F38.W0 50 /r            | fv
vpdpbssds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F2.0F38.W0 51 /r            | fv
vpdpbsud        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F3.0F38.W0 50 /r            | fv
vpdpbsuds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F3.0F38.W0 51 /r            | fv
vpdpbuud        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.0F38.W0 50 /r               | fv
vpdpbuuds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.0F38.W0 51 /r               | fv
vpdpwsud        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F3.0F38.W0 D2 /r            | fv
vpdpwsuds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.F3.0F38.W0 D3 /r            | fv
vpdpwusd        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.66.0F38.W0 D2 /r            | fv
vpdpwusds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.66.0F38.W0 D3 /r            | fv
vpdpwuud        | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.0F38.W0 D2 /r               | fv
vpdpwuuds       | v{k}{z}, v, v/m/m32bcst               | EVEX.VL.0F38.W0 D3 /r               | fv
vrcpbf16        | v{k}{z}, v/m/m16bcst                  | EVEX.VL.MAP6.W0 4C /r               | fv
vreducebf16     | v{k}{z}, v/m/m16bcst, imm8            | EVEX.VL.F2.0F3A.W0 56 /r ib         | fv
vrndscalebf16   | v{k}{z}, v/m/m16bcst, imm8            | EVEX.VL.F2.0F3A.W0 08 /r ib         | fv
vrsqrtbf16      | v{k}{z}, v/m/m16bcst                  | EVEX.VL.MAP6.W0 4E /r               | fv
vscalefbf16     | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.MAP6.W0 2C /r               | fv
vsqrtbf16       | v{k}{z}, v/m/m16bcst                  | EVEX.VL.66.MAP5.W0 51 /r            | fv
vsubbf16        | v{k}{z}, v, v/m/m16bcst               | EVEX.VL.66.MAP5.W0 5C /r            | fv
vucomxsd        | xmm, xmm/m64{sae}                     | EVEX.LIG.F2.0F.W1 2E /r
vucomxsh        | xmm, xmm/m16{sae}                     | EVEX.LIG.F3.MAP5.W0 2E /r
vucomxss        | xmm, xmm/m32{sae}                     | EVEX.LIG.F3.0F.W0 2E /r
# MOVRS AVX10.2
vmovrsb         | v{k}{z}, m                            | EVEX.VL.F2.MAP5.W0 6F /r            | fv
vmovrsd         | v{k}{z}, m                            | EVEX.VL.F3.MAP5.W0 6F /r            | fv
vmovrsq         | v{k}{z}, m                            | EVEX.VL.F3.MAP5.W1 6F /r            | fv
vmovrsw         | v{k}{z}, m                            | EVEX.VL.F2.MAP5.W1 6F /r            | fv
# SM4 AVX10.2
vsm4key4        | v, v, v/m                             | EVEX.VL.F3.0F38.W0 DA /r            | fv
vsm4rnds4       | v, v, v/m                             | EVEX.VL.F2.0F38.W0 DA /r            | fv
`;
