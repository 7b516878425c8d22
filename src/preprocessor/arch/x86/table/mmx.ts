/** MMX, with what later extensions added to it, and 3DNow!. notation.ts explains the columns. */
export const MMX = `
# 3DNOW
femms     |                   | 0F 0E
pavgusb   | mm, mm/m64        | 0F 0F /r BF
pf2id     | mm, mm/m64        | 0F 0F /r 1D
pfacc     | mm, mm/m64        | 0F 0F /r AE
pfadd     | mm, mm/m64        | 0F 0F /r 9E
pfcmpeq   | mm, mm/m64        | 0F 0F /r B0
pfcmpge   | mm, mm/m64        | 0F 0F /r 90
pfcmpgt   | mm, mm/m64        | 0F 0F /r A0
pfmax     | mm, mm/m64        | 0F 0F /r A4
pfmin     | mm, mm/m64        | 0F 0F /r 94
pfmul     | mm, mm/m64        | 0F 0F /r B4
pfrcp     | mm, mm/m64        | 0F 0F /r 96
pfrcpit1  | mm, mm/m64        | 0F 0F /r A6
pfrcpit2  | mm, mm/m64        | 0F 0F /r B6
pfrsqit1  | mm, mm/m64        | 0F 0F /r A7
pfrsqrt   | mm, mm/m64        | 0F 0F /r 97
pfsub     | mm, mm/m64        | 0F 0F /r 9A
pfsubr    | mm, mm/m64        | 0F 0F /r AA
pi2fd     | mm, mm/m64        | 0F 0F /r 0D
pmulhrwa  | mm, mm/m64        | 0F 0F /r B7
# 3DNOWEXT
pf2iw     | mm, mm/m64        | 0F 0F /r 1C
pfnacc    | mm, mm/m64        | 0F 0F /r 8A
pfpnacc   | mm, mm/m64        | 0F 0F /r 8E
pi2fw     | mm, mm/m64        | 0F 0F /r 0C
pswapd    | mm, mm/m64        | 0F 0F /r BB
# MMX
emms      |                   | 0F 77
movd      | mm, r/m32         | 0F 6E /r
movd      | r/m32, mm         | 0F 7E /r
movq      | mm, mm/m64        | 0F 6F /r
movq      | mm, r64           | REX.W 0F 6E /r       | x64
movq      | mm/m64, mm        | 0F 7F /r
movq      | r64, mm           | REX.W 0F 7E /r MR    | x64
packssdw  | mm, mm/m64        | 0F 6B /r
packsswb  | mm, mm/m64        | 0F 63 /r
packuswb  | mm, mm/m64        | 0F 67 /r
paddb     | mm, mm/m64        | 0F FC /r
paddd     | mm, mm/m64        | 0F FE /r
paddq     | mm, mm/m64        | 0F D4 /r
paddsb    | mm, mm/m64        | 0F EC /r
paddsw    | mm, mm/m64        | 0F ED /r
paddusb   | mm, mm/m64        | 0F DC /r
paddusw   | mm, mm/m64        | 0F DD /r
paddw     | mm, mm/m64        | 0F FD /r
pand      | mm, mm/m64        | 0F DB /r
pandn     | mm, mm/m64        | 0F DF /r
pcmpeqb   | mm, mm/m64        | 0F 74 /r
pcmpeqd   | mm, mm/m64        | 0F 76 /r
pcmpeqw   | mm, mm/m64        | 0F 75 /r
pcmpgtb   | mm, mm/m64        | 0F 64 /r
pcmpgtd   | mm, mm/m64        | 0F 66 /r
pcmpgtw   | mm, mm/m64        | 0F 65 /r
pmaddwd   | mm, mm/m64        | 0F F5 /r
pmulhw    | mm, mm/m64        | 0F E5 /r
pmullw    | mm, mm/m64        | 0F D5 /r
por       | mm, mm/m64        | 0F EB /r
pslld     | mm, imm8          | 0F 72 /6 ib
pslld     | mm, mm/m64        | 0F F2 /r
psllq     | mm, imm8          | 0F 73 /6 ib
psllq     | mm, mm/m64        | 0F F3 /r
psllw     | mm, imm8          | 0F 71 /6 ib
psllw     | mm, mm/m64        | 0F F1 /r
psrad     | mm, imm8          | 0F 72 /4 ib
psrad     | mm, mm/m64        | 0F E2 /r
psraw     | mm, imm8          | 0F 71 /4 ib
psraw     | mm, mm/m64        | 0F E1 /r
psrld     | mm, imm8          | 0F 72 /2 ib
psrld     | mm, mm/m64        | 0F D2 /r
psrlq     | mm, imm8          | 0F 73 /2 ib
psrlq     | mm, mm/m64        | 0F D3 /r
psrlw     | mm, imm8          | 0F 71 /2 ib
psrlw     | mm, mm/m64        | 0F D1 /r
psubb     | mm, mm/m64        | 0F F8 /r
psubd     | mm, mm/m64        | 0F FA /r
psubsb    | mm, mm/m64        | 0F E8 /r
psubsw    | mm, mm/m64        | 0F E9 /r
psubusb   | mm, mm/m64        | 0F D8 /r
psubusw   | mm, mm/m64        | 0F D9 /r
psubw     | mm, mm/m64        | 0F F9 /r
punpckhbw | mm, mm/m64        | 0F 68 /r
punpckhdq | mm, mm/m64        | 0F 6A /r
punpckhwd | mm, mm/m64        | 0F 69 /r
punpcklbw | mm, mm/m32        | 0F 60 /r
punpckldq | mm, mm/m32        | 0F 62 /r
punpcklwd | mm, mm/m32        | 0F 61 /r
pxor      | mm, mm/m64        | 0F EF /r
# SSE
cvtpi2ps  | xmm, mm           | 0F 2A /r
cvtps2pi  | mm, xmm/m64       | 0F 2D /r
cvttps2pi | mm, xmm/m64       | 0F 2C /r
maskmovq  | mm, mm            | 0F F7 /r
movmskps  | r64, xmm          | REX.W 0F 50 /r       | x64
movntq    | m64, mm           | 0F E7 /r
pavgb     | mm, mm/m64        | 0F E0 /r
pavgw     | mm, mm/m64        | 0F E3 /r
pextrw    | r32, mm, imm8     | 0F C5 /r ib
pextrw    | r64, mm, imm8     | REX.W 0F C5 /r ib    | x64
pinsrw    | mm, r32/m16, imm8 | 0F C4 /r ib
pinsrw    | mm, r64/m16, imm8 | REX.W 0F C4 /r ib    | x64
pmaxsw    | mm, mm/m64        | 0F EE /r
pmaxub    | mm, mm/m64        | 0F DE /r
pminsw    | mm, mm/m64        | 0F EA /r
pminub    | mm, mm/m64        | 0F DA /r
pmovmskb  | r32, mm           | 0F D7 /r
pmovmskb  | r64, mm           | REX.W 0F D7 /r       | x64
pmulhuw   | mm, mm/m64        | 0F E4 /r
psadbw    | mm, mm/m64        | 0F F6 /r
pshufw    | mm, mm/m64, imm8  | 0F 70 /r ib
# SSE2
cvtpi2pd  | xmm, mm           | 66 0F 2A /r
cvtpd2pi  | mm, xmm/m128      | 66 0F 2D /r
cvttpd2pi | mm, xmm/m128      | 66 0F 2C /r
movdq2q   | mm, xmm           | F2 0F D6 /r
movmskpd  | r64, xmm          | REX.W 66 0F 50 /r    | x64
movq2dq   | xmm, mm           | F3 0F D6 /r
pextrw    | r64, xmm, imm8    | REX.W 66 0F C5 /r ib | x64
pinsrw    | xmm, r64, imm8    | REX.W 66 0F C4 /r ib | x64
pmuludq   | mm, mm/m64        | 0F F4 /r
psubq     | mm, mm/m64        | 0F FB /r
# SSSE3
pabsb     | mm, mm/m64        | 0F 38 1C /r
pabsd     | mm, mm/m64        | 0F 38 1E /r
pabsw     | mm, mm/m64        | 0F 38 1D /r
palignr   | mm, mm/m64, imm8  | 0F 3A 0F /r ib
phaddd    | mm, mm/m64        | 0F 38 02 /r
phaddsw   | mm, mm/m64        | 0F 38 03 /r
phaddw    | mm, mm/m64        | 0F 38 01 /r
phsubd    | mm, mm/m64        | 0F 38 06 /r
phsubsw   | mm, mm/m64        | 0F 38 07 /r
phsubw    | mm, mm/m64        | 0F 38 05 /r
pmaddubsw | mm, mm/m64        | 0F 38 04 /r
pmulhrsw  | mm, mm/m64        | 0F 38 0B /r
pshufb    | mm, mm/m64        | 0F 38 00 /r
psignb    | mm, mm/m64        | 0F 38 08 /r
psignd    | mm, mm/m64        | 0F 38 0A /r
psignw    | mm, mm/m64        | 0F 38 09 /r
`;
