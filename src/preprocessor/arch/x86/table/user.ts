/** Extensions for programs, from CET to Key Locker. notation.ts explains the columns. */
export const USER = `
# AESKLE
aesdec128kl     | xmm, m        | F3 0F 38 DD /r
aesdec256kl     | xmm, m512     | F3 0F 38 DF /r
aesenc128kl     | xmm, m        | F3 0F 38 DC /r
aesenc256kl     | xmm, m512     | F3 0F 38 DE /r
encodekey128    | r32, r32      | F3 0F 38 FA /r
encodekey256    | r32, r32      | F3 0F 38 FB /r
# CET_SS
clrssbsy        | m64           | F3 0F AE /6
rstorssp        | m64           | F3 0F 01 /5
saveprevssp     |               | F3 0F 01 EA
setssbsy        |               | F3 0F 01 E8
wrssd           | m32, r32      | 0F 38 F6 /r
wrssq           | m64, r64      | REX.W 0F 38 F6 /r    | x64
wrussd          | m32, r32      | 66 0F 38 F5 /r
wrussq          | m64, r64      | REX.W 66 0F 38 F5 /r | x64
# CLZERO
clzero          |               | 0F 01 FC
# ENQCMD
enqcmd          | r32, m512     | F2 0F 38 F8 /r asize | x86
enqcmd          | r16, m512     | F2 0F 38 F8 /r a16   | x86
enqcmd          | r64, m512     | F2 0F 38 F8 /r asize | x64
enqcmd          | r32, m512     | F2 0F 38 F8 /r a32   | x64
enqcmds         | r32, m512     | F3 0F 38 F8 /r asize | x86
enqcmds         | r16, m512     | F3 0F 38 F8 /r a16   | x86
enqcmds         | r64, m512     | F3 0F 38 F8 /r asize | x64
enqcmds         | r32, m512     | F3 0F 38 F8 /r a32   | x64
# HRESET
hreset          | imm8          | F3 0F 3A F0 C0 ib
# KL
loadiwkey       | xmm, xmm      | F3 0F 38 DC /r
# MCOMMIT
mcommit         |               | F3 0F 01 FA
# MONITORX
monitorx        |               | 0F 01 FA
mwaitx          |               | 0F 01 FB
# MOVDIR64B
movdir64b       | r32, m512     | 66 0F 38 F8 /r asize | x86
movdir64b       | r16, m512     | 66 0F 38 F8 /r a16   | x86
movdir64b       | r64, m512     | 66 0F 38 F8 /r asize | x64
movdir64b       | r32, m512     | 66 0F 38 F8 /r a32   | x64
# MOVDIRI
movdiri         | m32, r32      | 0F 38 F9 /r
movdiri         | m64, r64      | REX.W 0F 38 F9 /r    | x64
# MOVRS
movrs           | r8, m8        | 0F 38 8A /r          | x64
movrs           | rv, mv        | 0F 38 8B /r          | x64
prefetchrst2    | m8            | 0F 18 /4             | x64
# MPX
bndcl           | bnd, r/m64    | F3 0F 1A /r asize    | x64
bndcl           | bnd, r/m32    | F3 0F 1A /r asize    | x86
bndcn           | bnd, r/m64    | F2 0F 1B /r asize    | x64
bndcn           | bnd, r/m32    | F2 0F 1B /r asize    | x86
bndcu           | bnd, r/m64    | F2 0F 1A /r asize    | x64
bndcu           | bnd, r/m32    | F2 0F 1A /r asize    | x86
bndldx          | bnd, m        | 0F 1A /r asize based
bndmk           | bnd, m64      | F3 0F 1B /r asize based | x64
bndmk           | bnd, m32      | F3 0F 1B /r asize based | x86
bndmov          | bnd, bnd/m128 | 66 0F 1A /r asize    | x64
bndmov          | bnd/m128, bnd | 66 0F 1B /r asize    | x64
bndmov          | bnd, bnd/m64  | 66 0F 1A /r asize    | x86
bndmov          | bnd/m64, bnd  | 66 0F 1B /r asize    | x86
bndstx          | m, bnd        | 0F 1B /r asize based
# PREFETCHITI
prefetchit0     | m8            | 0F 18 /7
prefetchit1     | m8            | 0F 18 /6
# PREFETCHW
prefetch        | m8            | 0F 0D /0
# PREFETCHWT1
prefetchwt1     | m8            | 0F 0D /2
# PTWRITE
ptwrite         | r/m32         | F3 0F AE /4
ptwrite         | r/m64         | REX.W F3 0F AE /4    | x64
# RAO-INT
aadd            | m32, r32      | 0F 38 FC /r
aadd            | m64, r64      | REX.W 0F 38 FC /r    | x64
aand            | m32, r32      | 66 0F 38 FC /r
aand            | m64, r64      | REX.W 66 0F 38 FC /r | x64
aor             | m32, r32      | F2 0F 38 FC /r
aor             | m64, r64      | REX.W F2 0F 38 FC /r | x64
axor            | m32, r32      | F3 0F 38 FC /r
axor            | m64, r64      | REX.W F3 0F 38 FC /r | x64
# RDPRU
rdpru           |               | 0F 01 FD
# SERIALIZE
serialize       |               | 0F 01 E8
# TSE
pbndkb          |               | 0F 01 C7             | x64
# TSXLDTRK
xresldtrk       |               | F2 0F 01 E9
xsusldtrk       |               | F2 0F 01 E8
# UINTR
clui            |               | F3 0F 01 EE          | x64
senduipi        | r64           | F3 0F C7 /6          | x64
stui            |               | F3 0F 01 EF          | x64
testui          |               | F3 0F 01 ED          | x64
uiret           |               | F3 0F 01 EC          | x64
# WAITPKG
tpause          | r32           | 66 0F AE /6
tpause          | r64           | REX.W 66 0F AE /6    | x64
umonitor        | r32           | F3 0F AE /6          | x86
umonitor        | r16           | F3 0F AE /6 a16      | x86
umonitor        | r64           | F3 0F AE /6          | x64
umonitor        | r32           | F3 0F AE /6 a32      | x64
umwait          | r32           | F2 0F AE /6
umwait          | r64           | REX.W F2 0F AE /6    | x64
# WBNOINVD
wbnoinvd        |               | F3 0F 09
# WIDE_KL AESKLE
aesdecwide128kl | m             | F3 0F 38 D8 /1
aesdecwide256kl | m512          | F3 0F 38 D8 /3
aesencwide128kl | m             | F3 0F 38 D8 /0
aesencwide256kl | m512          | F3 0F 38 D8 /2
# XSAVE
xsetbv          |               | 0F 01 D1
# XSAVES
xrstors         | m             | 0F C7 /3 norex2
xrstors64       | m             | REX.W 0F C7 /3 norex2 | x64
xsaves          | m             | 0F C7 /5 norex2
xsaves64        | m             | REX.W 0F C7 /5 norex2 | x64
`;
