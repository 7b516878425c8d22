/** What AVX and later extensions have with VEX and DynASM does not know. notation.ts explains the columns. */
export const AVX_LATER = `
# AVX
vextractps     | r64, xmm, imm8           | VEX.128.66.0F3A.W1 17 /r ib MR    | x64
vmovmskpd      | r64, xmm                 | VEX.128.66.0F.W1 50 /r            | x64
vmovmskpd      | r64, ymm                 | VEX.256.66.0F.W1 50 /r            | x64
vmovmskps      | r64, xmm                 | VEX.128.0F.W1 50 /r               | x64
vmovmskps      | r64, ymm                 | VEX.256.0F.W1 50 /r               | x64
vpcmpestri64   | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W1 61 /r ib       | x64
vpcmpestrm64   | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W1 60 /r ib       | x64
vpextrw        | r64, xmm, imm8           | VEX.128.66.0F.W1 C5 /r ib         | x64
vpmovmskb      | r64, xmm                 | VEX.128.66.0F.W1 D7 /r            | x64
# AVX-IFMA
vpmadd52huq    | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W1 B5 /r
vpmadd52huq    | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W1 B5 /r
vpmadd52luq    | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W1 B4 /r
vpmadd52luq    | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W1 B4 /r
# AVX-NE-CONVERT
vbcstnebf162ps | xmm, m16                 | VEX.128.F3.0F38.W0 B1 /r
vbcstnebf162ps | ymm, m16                 | VEX.256.F3.0F38.W0 B1 /r
vbcstnesh2ps   | xmm, m16                 | VEX.128.66.0F38.W0 B1 /r
vbcstnesh2ps   | ymm, m16                 | VEX.256.66.0F38.W0 B1 /r
vcvtneebf162ps | xmm, m128                | VEX.128.F3.0F38.W0 B0 /r
vcvtneebf162ps | ymm, m256                | VEX.256.F3.0F38.W0 B0 /r
vcvtneeph2ps   | xmm, m128                | VEX.128.66.0F38.W0 B0 /r
vcvtneeph2ps   | ymm, m256                | VEX.256.66.0F38.W0 B0 /r
vcvtneobf162ps | xmm, m128                | VEX.128.F2.0F38.W0 B0 /r
vcvtneobf162ps | ymm, m256                | VEX.256.F2.0F38.W0 B0 /r
vcvtneoph2ps   | xmm, m128                | VEX.128.0F38.W0 B0 /r
vcvtneoph2ps   | ymm, m256                | VEX.256.0F38.W0 B0 /r
vcvtneps2bf16  | xmm, xmm/m128            | VEX.128.F3.0F38.W0 72 /r
vcvtneps2bf16  | xmm, ymm/m256            | VEX.256.F3.0F38.W0 72 /r
# AVX-VNNI-INT16
vpdpwsud       | xmm, xmm, xmm/m128       | VEX.128.F3.0F38.W0 D2 /r
vpdpwsud       | ymm, ymm, ymm/m256       | VEX.256.F3.0F38.W0 D2 /r
vpdpwsuds      | xmm, xmm, xmm/m128       | VEX.128.F3.0F38.W0 D3 /r
vpdpwsuds      | ymm, ymm, ymm/m256       | VEX.256.F3.0F38.W0 D3 /r
vpdpwusd       | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 D2 /r
vpdpwusd       | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 D2 /r
vpdpwusds      | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 D3 /r
vpdpwusds      | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 D3 /r
vpdpwuud       | xmm, xmm, xmm/m128       | VEX.128.0F38.W0 D2 /r
vpdpwuud       | ymm, ymm, ymm/m256       | VEX.256.0F38.W0 D2 /r
vpdpwuuds      | xmm, xmm, xmm/m128       | VEX.128.0F38.W0 D3 /r
vpdpwuuds      | ymm, ymm, ymm/m256       | VEX.256.0F38.W0 D3 /r
# AVX-VNNI-INT8
vpdpbssd       | xmm, xmm, xmm/m128       | VEX.128.F2.0F38.W0 50 /r
vpdpbssd       | ymm, ymm, ymm/m256       | VEX.256.F2.0F38.W0 50 /r
vpdpbssds      | xmm, xmm, xmm/m128       | VEX.128.F2.0F38.W0 51 /r
vpdpbssds      | ymm, ymm, ymm/m256       | VEX.256.F2.0F38.W0 51 /r
vpdpbsud       | xmm, xmm, xmm/m128       | VEX.128.F3.0F38.W0 50 /r
vpdpbsud       | ymm, ymm, ymm/m256       | VEX.256.F3.0F38.W0 50 /r
vpdpbsuds      | xmm, xmm, xmm/m128       | VEX.128.F3.0F38.W0 51 /r
vpdpbsuds      | ymm, ymm, ymm/m256       | VEX.256.F3.0F38.W0 51 /r
vpdpbuud       | xmm, xmm, xmm/m128       | VEX.128.0F38.W0 50 /r
vpdpbuud       | ymm, ymm, ymm/m256       | VEX.256.0F38.W0 50 /r
vpdpbuuds      | xmm, xmm, xmm/m128       | VEX.128.0F38.W0 51 /r
vpdpbuuds      | ymm, ymm, ymm/m256       | VEX.256.0F38.W0 51 /r
# AVX2
vgatherdpd     | xmm, vm32x, xmm          | VEX.128.66.0F38.W1 92 /r distinct
vgatherdpd     | ymm, vm32x, ymm          | VEX.256.66.0F38.W1 92 /r distinct
vgatherdps     | xmm, vm32x, xmm          | VEX.128.66.0F38.W0 92 /r distinct
vgatherdps     | ymm, vm32y, ymm          | VEX.256.66.0F38.W0 92 /r distinct
vgatherqpd     | xmm, vm64x, xmm          | VEX.128.66.0F38.W1 93 /r distinct
vgatherqpd     | ymm, vm64y, ymm          | VEX.256.66.0F38.W1 93 /r distinct
vgatherqps     | xmm, vm64x, xmm          | VEX.128.66.0F38.W0 93 /r distinct
vgatherqps     | xmm, vm64y, xmm          | VEX.256.66.0F38.W0 93 /r distinct
vpgatherdd     | xmm, vm32x, xmm          | VEX.128.66.0F38.W0 90 /r distinct
vpgatherdd     | ymm, vm32y, ymm          | VEX.256.66.0F38.W0 90 /r distinct
vpgatherdq     | xmm, vm32x, xmm          | VEX.128.66.0F38.W1 90 /r distinct
vpgatherdq     | ymm, vm32x, ymm          | VEX.256.66.0F38.W1 90 /r distinct
vpgatherqd     | xmm, vm64x, xmm          | VEX.128.66.0F38.W0 91 /r distinct
vpgatherqd     | xmm, vm64y, xmm          | VEX.256.66.0F38.W0 91 /r distinct
vpgatherqq     | xmm, vm64x, xmm          | VEX.128.66.0F38.W1 91 /r distinct
vpgatherqq     | ymm, vm64y, ymm          | VEX.256.66.0F38.W1 91 /r distinct
vpmovmskb      | r64, ymm                 | VEX.256.66.0F.W1 D7 /r            | x64
# CMPCCXADD
cmp<cc>xadd    | m32, r32, r32           | VEX.128.66.0F38.W0 E0+cc /r MRV   | x64
cmp<cc>xadd    | m64, r64, r64           | VEX.128.66.0F38.W1 E0+cc /r MRV   | x64
# SHA512 AVX
vsha512msg1    | ymm, xmm                 | VEX.256.F2.0F38.W0 CC /r
vsha512msg2    | ymm, ymm                 | VEX.256.F2.0F38.W0 CD /r
vsha512rnds2   | ymm, ymm, xmm            | VEX.256.F2.0F38.W0 CB /r
# SM3 AVX
vsm3msg1       | xmm, xmm, xmm/m128       | VEX.128.0F38.W0 DA /r
vsm3msg2       | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 DA /r
vsm3rnds2      | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.W0 DE /r ib
# SM4 AVX
vsm4key4       | xmm, xmm, xmm/m128       | VEX.128.F3.0F38.W0 DA /r
vsm4key4       | ymm, ymm, ymm/m256       | VEX.256.F3.0F38.W0 DA /r
vsm4rnds4      | xmm, xmm, xmm/m128       | VEX.128.F2.0F38.W0 DA /r
vsm4rnds4      | ymm, ymm, ymm/m256       | VEX.256.F2.0F38.W0 DA /r
# SSE4.2
pcmpestri64    | xmm, xmm/m128, imm8      | REX.W 66 0F 3A 61 /r ib           | x64
pcmpestrm64    | xmm, xmm/m128, imm8      | REX.W 66 0F 3A 60 /r ib           | x64
`;
