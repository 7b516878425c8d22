/**
 * SSE, SSE2 and SSE3, and the instructions introduced with them. notation.ts explains the columns. For
 * rsqrtss and movddup DynASM wants memory of another size than the manual: its forms stand in defect.ts, the
 * manual's in correction.ts.
 */
export const SSE = `
# SSE
addps       | xmm, xmm/m128       | 0F 58 /r
addss       | xmm, xmm/m32        | F3 0F 58 /r
andnps      | xmm, xmm/m128       | 0F 55 /r
andps       | xmm, xmm/m128       | 0F 54 /r
cmpps       | xmm, xmm/m128, imm8 | 0F C2 /r ib
cmpss       | xmm, xmm/m32, imm8  | F3 0F C2 /r ib
comiss      | xmm, xmm/m32        | 0F 2F /r
cvtpi2ps    | xmm, m64            | 0F 2A /r
cvtsi2ss    | xmm, r/m32          | F3 0F 2A /r
cvtsi2ss    | xmm, r/m64          | F3 REX.W 0F 2A /r
cvtss2si    | r32, xmm/m32        | F3 0F 2D /r
cvtss2si    | r64, xmm/m32        | F3 REX.W 0F 2D /r | x64
cvttss2si   | r32, xmm/m32        | F3 0F 2C /r
cvttss2si   | r64, xmm/m32        | F3 REX.W 0F 2C /r | x64
divps       | xmm, xmm/m128       | 0F 5E /r
divss       | xmm, xmm/m32        | F3 0F 5E /r
ldmxcsr     | m32                 | 0F AE /2
maxps       | xmm, xmm/m128       | 0F 5F /r
maxss       | xmm, xmm/m32        | F3 0F 5F /r
minps       | xmm, xmm/m128       | 0F 5D /r
minss       | xmm, xmm/m32        | F3 0F 5D /r
movaps      | xmm, xmm/m128       | 0F 28 /r
movaps      | xmm/m128, xmm       | 0F 29 /r
movhlps     | xmm, xmm            | 0F 12 /r
movhps      | xmm, m64            | 0F 16 /r
movhps      | m64, xmm            | 0F 17 /r
movlhps     | xmm, xmm            | 0F 16 /r
movlps      | xmm, m64            | 0F 12 /r
movlps      | m64, xmm            | 0F 13 /r
movmskps    | r32, xmm            | 0F 50 /r
movntps     | m128, xmm           | 0F 2B /r
movss       | xmm, xmm/m32        | F3 0F 10 /r
movss       | xmm/m32, xmm        | F3 0F 11 /r
movups      | xmm, xmm/m128       | 0F 10 /r
movups      | xmm/m128, xmm       | 0F 11 /r
mulps       | xmm, xmm/m128       | 0F 59 /r
mulss       | xmm, xmm/m32        | F3 0F 59 /r
orps        | xmm, xmm/m128       | 0F 56 /r
prefetchnta | m8                  | 0F 18 /0
prefetcht0  | m8                  | 0F 18 /1
prefetcht1  | m8                  | 0F 18 /2
prefetcht2  | m8                  | 0F 18 /3
rcpps       | xmm, xmm/m128       | 0F 53 /r
rcpss       | xmm, xmm/m32        | F3 0F 53 /r
rsqrtps     | xmm, xmm/m128       | 0F 52 /r
rsqrtss     | xmm, xmm            | F3 0F 52 /r
rsqrtss     | xmm, m32-           | F3 0F 52 /r
shufps      | xmm, xmm/m128, imm8 | 0F C6 /r ib
sqrtps      | xmm, xmm/m128       | 0F 51 /r
sqrtss      | xmm, xmm/m32        | F3 0F 51 /r
stmxcsr     | m32                 | 0F AE /3
subps       | xmm, xmm/m128       | 0F 5C /r
subss       | xmm, xmm/m32        | F3 0F 5C /r
ucomiss     | xmm, xmm/m32        | 0F 2E /r
unpckhps    | xmm, xmm/m128       | 0F 15 /r
unpcklps    | xmm, xmm/m128       | 0F 14 /r
xorps       | xmm, xmm/m128       | 0F 57 /r
# SSE2
addpd       | xmm, xmm/m128       | 66 0F 58 /r
addsd       | xmm, xmm/m64        | F2 0F 58 /r
andnpd      | xmm, xmm/m128       | 66 0F 55 /r
andpd       | xmm, xmm/m128       | 66 0F 54 /r
cmppd       | xmm, xmm/m128, imm8 | 66 0F C2 /r ib
cmpsd       | xmm, xmm/m64, imm8  | F2 0F C2 /r ib
comisd      | xmm, xmm/m64        | 66 0F 2F /r
cvtdq2pd    | xmm, xmm/m64        | F3 0F E6 /r
cvtdq2ps    | xmm, xmm/m128       | 0F 5B /r
cvtpd2dq    | xmm, xmm/m128       | F2 0F E6 /r
cvtpd2ps    | xmm, xmm/m128       | 66 0F 5A /r
cvtpi2pd    | xmm, m64            | 66 0F 2A /r
cvtps2dq    | xmm, xmm/m128       | 66 0F 5B /r
cvtps2pd    | xmm, xmm/m64        | 0F 5A /r
cvtsd2si    | r32, xmm/m64        | F2 0F 2D /r
cvtsd2si    | r64, xmm/m64        | F2 REX.W 0F 2D /r | x64
cvtsd2ss    | xmm, xmm/m64        | F2 0F 5A /r
cvtsi2sd    | xmm, r/m32          | F2 0F 2A /r
cvtsi2sd    | xmm, r/m64          | F2 REX.W 0F 2A /r
cvtss2sd    | xmm, xmm/m32        | F3 0F 5A /r
cvttpd2dq   | xmm, xmm/m128       | 66 0F E6 /r
cvttps2dq   | xmm, xmm/m128       | F3 0F 5B /r
cvttsd2si   | r32, xmm/m64        | F2 0F 2C /r
cvttsd2si   | r64, xmm/m64        | F2 REX.W 0F 2C /r | x64
divpd       | xmm, xmm/m128       | 66 0F 5E /r
divsd       | xmm, xmm/m64        | F2 0F 5E /r
maskmovdqu  | xmm, xmm            | 66 0F F7 /r
maxpd       | xmm, xmm/m128       | 66 0F 5F /r
maxsd       | xmm, xmm/m64        | F2 0F 5F /r
minpd       | xmm, xmm/m128       | 66 0F 5D /r
minsd       | xmm, xmm/m64        | F2 0F 5D /r
movapd      | xmm, xmm/m128       | 66 0F 28 /r
movapd      | xmm/m128, xmm       | 66 0F 29 /r
movd        | xmm, r/m32          | 66 0F 6E /r
movd        | r/m32, xmm          | 66 0F 7E /r
movd        | xmm, r/m64          | 66 REX.W 0F 6E /r | x64
movd        | r/m64, xmm          | 66 REX.W 0F 7E /r | x64
movdqa      | xmm, xmm/m128       | 66 0F 6F /r
movdqa      | xmm/m128, xmm       | 66 0F 7F /r
movdqu      | xmm, xmm/m128       | F3 0F 6F /r
movdqu      | xmm/m128, xmm       | F3 0F 7F /r
movhpd      | xmm, m64            | 66 0F 16 /r
movhpd      | m64, xmm            | 66 0F 17 /r
movlpd      | xmm, m64            | 66 0F 12 /r
movlpd      | m64, xmm            | 66 0F 13 /r
movmskpd    | r32, xmm            | 66 0F 50 /r
movntdq     | m128, xmm           | 66 0F E7 /r
movntpd     | m128, xmm           | 66 0F 2B /r
movq        | xmm, xmm/m64        | F3 0F 7E /r
movq        | xmm/m64, xmm        | 66 0F D6 /r
movq        | xmm, r/m64          | 66 REX.W 0F 6E /r | x64
movq        | r/m64, xmm          | 66 REX.W 0F 7E /r | x64
movsd       | xmm, xmm/m64        | F2 0F 10 /r
movsd       | m64, xmm            | F2 0F 11 /r
movupd      | xmm, xmm/m128       | 66 0F 10 /r
movupd      | xmm/m128, xmm       | 66 0F 11 /r
mulpd       | xmm, xmm/m128       | 66 0F 59 /r
mulsd       | xmm, xmm/m64        | F2 0F 59 /r
orpd        | xmm, xmm/m128       | 66 0F 56 /r
packssdw    | xmm, xmm/m128       | 66 0F 6B /r
packsswb    | xmm, xmm/m128       | 66 0F 63 /r
packuswb    | xmm, xmm/m128       | 66 0F 67 /r
paddb       | xmm, xmm/m128       | 66 0F FC /r
paddd       | xmm, xmm/m128       | 66 0F FE /r
paddq       | xmm, xmm/m128       | 66 0F D4 /r
paddsb      | xmm, xmm/m128       | 66 0F EC /r
paddsw      | xmm, xmm/m128       | 66 0F ED /r
paddusb     | xmm, xmm/m128       | 66 0F DC /r
paddusw     | xmm, xmm/m128       | 66 0F DD /r
paddw       | xmm, xmm/m128       | 66 0F FD /r
pand        | xmm, xmm/m128       | 66 0F DB /r
pandn       | xmm, xmm/m128       | 66 0F DF /r
pavgb       | xmm, xmm/m128       | 66 0F E0 /r
pavgw       | xmm, xmm/m128       | 66 0F E3 /r
pcmpeqb     | xmm, xmm/m128       | 66 0F 74 /r
pcmpeqd     | xmm, xmm/m128       | 66 0F 76 /r
pcmpeqw     | xmm, xmm/m128       | 66 0F 75 /r
pcmpgtb     | xmm, xmm/m128       | 66 0F 64 /r
pcmpgtd     | xmm, xmm/m128       | 66 0F 66 /r
pcmpgtw     | xmm, xmm/m128       | 66 0F 65 /r
pextrw      | r32, xmm, imm8      | 66 0F C5 /r ib
pinsrw      | xmm, r32/m16, imm8  | 66 0F C4 /r ib
pmaddwd     | xmm, xmm/m128       | 66 0F F5 /r
pmaxsw      | xmm, xmm/m128       | 66 0F EE /r
pmaxub      | xmm, xmm/m128       | 66 0F DE /r
pminsw      | xmm, xmm/m128       | 66 0F EA /r
pminub      | xmm, xmm/m128       | 66 0F DA /r
pmovmskb    | r32, xmm            | 66 0F D7 /r
pmulhuw     | xmm, xmm/m128       | 66 0F E4 /r
pmulhw      | xmm, xmm/m128       | 66 0F E5 /r
pmullw      | xmm, xmm/m128       | 66 0F D5 /r
pmuludq     | xmm, xmm/m128       | 66 0F F4 /r
por         | xmm, xmm/m128       | 66 0F EB /r
psadbw      | xmm, xmm/m128       | 66 0F F6 /r
pshufd      | xmm, xmm/m128, imm8 | 66 0F 70 /r ib
pshufhw     | xmm, xmm/m128, imm8 | F3 0F 70 /r ib
pshuflw     | xmm, xmm/m128, imm8 | F2 0F 70 /r ib
pslld       | xmm, imm8           | 66 0F 72 /6 ib
pslld       | xmm, xmm/m128       | 66 0F F2 /r
pslldq      | xmm, imm8           | 66 0F 73 /7 ib
psllq       | xmm, imm8           | 66 0F 73 /6 ib
psllq       | xmm, xmm/m128       | 66 0F F3 /r
psllw       | xmm, imm8           | 66 0F 71 /6 ib
psllw       | xmm, xmm/m128       | 66 0F F1 /r
psrad       | xmm, imm8           | 66 0F 72 /4 ib
psrad       | xmm, xmm/m128       | 66 0F E2 /r
psraw       | xmm, imm8           | 66 0F 71 /4 ib
psraw       | xmm, xmm/m128       | 66 0F E1 /r
psrld       | xmm, imm8           | 66 0F 72 /2 ib
psrld       | xmm, xmm/m128       | 66 0F D2 /r
psrldq      | xmm, imm8           | 66 0F 73 /3 ib
psrlq       | xmm, imm8           | 66 0F 73 /2 ib
psrlq       | xmm, xmm/m128       | 66 0F D3 /r
psrlw       | xmm, imm8           | 66 0F 71 /2 ib
psrlw       | xmm, xmm/m128       | 66 0F D1 /r
psubb       | xmm, xmm/m128       | 66 0F F8 /r
psubd       | xmm, xmm/m128       | 66 0F FA /r
psubq       | xmm, xmm/m128       | 66 0F FB /r
psubsb      | xmm, xmm/m128       | 66 0F E8 /r
psubsw      | xmm, xmm/m128       | 66 0F E9 /r
psubusb     | xmm, xmm/m128       | 66 0F D8 /r
psubusw     | xmm, xmm/m128       | 66 0F D9 /r
psubw       | xmm, xmm/m128       | 66 0F F9 /r
punpckhbw   | xmm, xmm/m128       | 66 0F 68 /r
punpckhdq   | xmm, xmm/m128       | 66 0F 6A /r
punpckhqdq  | xmm, xmm/m128       | 66 0F 6D /r
punpckhwd   | xmm, xmm/m128       | 66 0F 69 /r
punpcklbw   | xmm, xmm/m128       | 66 0F 60 /r
punpckldq   | xmm, xmm/m128       | 66 0F 62 /r
punpcklqdq  | xmm, xmm/m128       | 66 0F 6C /r
punpcklwd   | xmm, xmm/m128       | 66 0F 61 /r
pxor        | xmm, xmm/m128       | 66 0F EF /r
shufpd      | xmm, xmm/m128, imm8 | 66 0F C6 /r ib
sqrtpd      | xmm, xmm/m128       | 66 0F 51 /r
sqrtsd      | xmm, xmm/m64        | F2 0F 51 /r
subpd       | xmm, xmm/m128       | 66 0F 5C /r
subsd       | xmm, xmm/m64        | F2 0F 5C /r
ucomisd     | xmm, xmm/m64        | 66 0F 2E /r
unpckhpd    | xmm, xmm/m128       | 66 0F 15 /r
unpcklpd    | xmm, xmm/m128       | 66 0F 14 /r
xorpd       | xmm, xmm/m128       | 66 0F 57 /r
# SSE3
addsubpd    | xmm, xmm/m128       | 66 0F D0 /r
addsubps    | xmm, xmm/m128       | F2 0F D0 /r
haddpd      | xmm, xmm/m128       | 66 0F 7C /r
haddps      | xmm, xmm/m128       | F2 0F 7C /r
hsubpd      | xmm, xmm/m128       | 66 0F 7D /r
hsubps      | xmm, xmm/m128       | F2 0F 7D /r
lddqu       | xmm, m128           | F2 0F F0 /r
movddup     | xmm, xmm            | F2 0F 12 /r
movddup     | xmm, m64-           | F2 0F 12 /r
movshdup    | xmm, xmm/m128       | F3 0F 16 /r
movsldup    | xmm, xmm/m128       | F3 0F 12 /r
# CLFSH
clflush     | m64                 | REX.W 0F AE /7
clflush     | m                   | 0F AE /7
# FXSR
fxrstor     | m64                 | REX.W 0F AE /1
fxrstor     | m                   | 0F AE /1
fxsave      | m64                 | REX.W 0F AE /0
fxsave      | m                   | 0F AE /0
`;
