/** Instructions of systems, and the rest of the general-purpose ones. notation.ts explains the columns. */
export const SYSTEM = `
# BASE
aaa       |               | 37             | x86
aad       | imm8          | D5 ib          | x86
aam       | imm8          | D4 ib          | x86
aas       |               | 3F             | x86
arpl      | r/m16, r16    | 63 /r          | x86
bound     | r16, m        | o16 62 /r      | x86
bound     | r32, m        | 62 /r          | x86
bswap     | r16           | o16 0F C8+r
call      | ptr16:32      | 9A p32         | x86
call      | ptr16:16      | o16 9A p16     | x86
call      | r/m16         | o16 FF /2      | x86
call      | far16         | o16 FF /3
call      | far32         | FF /3
call      | far64         | REX.W FF /3    | x64
cli       |               | FA
clts      |               | 0F 06
daa       |               | 27             | x86
das       |               | 2F             | x86
enter     | imm16, imm8   | C8 iw ib
hlt       |               | F4
in        | al, imm8      | E4 ib
in        | ax, imm8      | o16 E5 ib
in        | eax, imm8     | E5 ib
in        | al, dx        | EC
in        | ax, dx        | o16 ED
in        | eax, dx       | ED
insb      |               | 6C
insd      |               | 6D
insw      |               | o16 6D
invd      |               | 0F 08
invlpg    | m             | 0F 01 /7
iret      |               | CF
iretq     |               | REX.W CF       | x64
iretw     |               | o16 CF
jmp       | ptr16:32      | EA p32         | x86
jmp       | ptr16:16      | o16 EA p16     | x86
jmp       | r/m16         | o16 FF /4      | x86
jmp       | far16         | o16 FF /5
jmp       | far32         | FF /5
jmp       | far64         | REX.W FF /5    | x64
lar       | r16, r/m16    | o16 0F 02 /r
lar       | r32, r32/m16  | 0F 02 /r
lar       | r64, r64/m16  | REX.W 0F 02 /r | x64
lds       | r16, m        | o16 C5 /r      | x86
lds       | r32, m        | C5 /r          | x86
lea       | r16, m        | o16 8D /r
les       | r16, m        | o16 C4 /r      | x86
les       | r32, m        | C4 /r          | x86
lfs       | r16, m        | o16 0F B4 /r
lfs       | r32, m        | 0F B4 /r
lfs       | r64, m        | REX.W 0F B4 /r | x64
lgdt      | m             | 0F 01 /2
lgs       | r16, m        | o16 0F B5 /r
lgs       | r32, m        | 0F B5 /r
lgs       | r64, m        | REX.W 0F B5 /r | x64
lidt      | m             | 0F 01 /3
lldt      | r/m16         | 0F 00 /2
lmsw      | r/m16         | 0F 01 /6
lsl       | r16, r/m16    | o16 0F 03 /r
lsl       | r32, r32/m16  | 0F 03 /r
lsl       | r64, r64/m16  | REX.W 0F 03 /r | x64
lss       | r16, m        | o16 0F B2 /r
lss       | r32, m        | 0F B2 /r
lss       | r64, m        | REX.W 0F B2 /r | x64
ltr       | r/m16         | 0F 00 /3
mov       | r32/m16, sreg | 8C /r
mov       | r64/m16, sreg | REX.W 8C /r    | x64
mov       | sreg, r32/m16 | 8E /r nocs
mov       | sreg, r64/m16 | REX.W 8E /r nocs | x64
mov       | r64, cr       | 0F 20 /r MR    | x64
mov       | r64, dr       | 0F 21 /r MR    | x64
mov       | cr, r64       | 0F 22 /r       | x64
mov       | dr, r64       | 0F 23 /r       | x64
mov       | r32, cr       | 0F 20 /r MR    | x86
mov       | r32, dr       | 0F 21 /r MR    | x86
mov       | cr, r32       | 0F 22 /r       | x86
mov       | dr, r32       | 0F 23 /r       | x86
mov       | r/m16, sreg   | o16 8C /r
mov       | sreg, r/m16   | o16 8E /r nocs
movsx     | r16, r/m16    | o16 0F BF /r
movsxd    | r16, r/m16    | o16 63 /r      | x64
movsxd    | r32, r/m32    | 63 /r          | x64
movzx     | r16, r/m16    | o16 0F B7 /r
out       | imm8, al      | E6 ib
out       | imm8, ax      | o16 E7 ib
out       | imm8, eax     | E7 ib
out       | dx, al        | EE
out       | dx, ax        | o16 EF
out       | dx, eax       | EF
outsb     |               | 6E
outsd     |               | 6F
outsw     |               | o16 6F
pop       | fs            | 0F A1
pop       | gs            | 0F A9
pop       | es            | 07             | x86
pop       | ss            | 17             | x86
pop       | ds            | 1F             | x86
popa      |               | 61             | x86
popaw     |               | o16 61         | x86
popfw     |               | o16 9D
push      | fs            | 0F A0
push      | gs            | 0F A8
push      | es            | 06             | x86
push      | cs            | 0E             | x86
push      | ss            | 16             | x86
push      | ds            | 1E             | x86
pusha     |               | 60             | x86
pushaw    |               | o16 60         | x86
pushfw    |               | o16 9C
retf      | imm16         | CA iw
retf      |               | CB
retfq     | imm16         | REX.W CA iw    | x64
retfq     |               | REX.W CB       | x64
retfw     | imm16         | o16 CA iw
retfw     |               | o16 CB
salc      |               | D6             | x86
sgdt      | m             | 0F 01 /0
sidt      | m             | 0F 01 /1
sldt      | r32/m16       | 0F 00 /0
sldt      | r64/m16       | REX.W 0F 00 /0 | x64
sldt      | r/m16         | o16 0F 00 /0
smsw      | r32/m16       | 0F 01 /4
smsw      | r64/m16       | REX.W 0F 01 /4 | x64
smsw      | r/m16         | o16 0F 01 /4
sti       |               | FB
str       | r32/m16       | 0F 00 /1
str       | r64/m16       | REX.W 0F 00 /1 | x64
str       | r/m16         | o16 0F 00 /1
swapgs    |               | 0F 01 F8       | x64
ud0       | r16, r/m16    | o16 0F FF /r
ud0       | r32, r/m32    | 0F FF /r
ud0       | r64, r/m64    | REX.W 0F FF /r | x64
ud0       |               | 0F FF
ud1       | r16, r/m16    | o16 0F B9 /r
ud1       | r32, r/m32    | 0F B9 /r
ud1       | r64, r/m64    | REX.W 0F B9 /r | x64
verr      | r/m16         | 0F 00 /4
verw      | r/m16         | 0F 00 /5
wbinvd    |               | 0F 09
# INTEL386_486_ONLY
mov       | r32, tr       | 0F 24 /r MR    | x86
mov       | tr, r32       | 0F 26 /r       | x86
# FRED
erets     |               | F2 0F 01 CA    | x64
eretu     |               | F3 0F 01 CA    | x64
# INVLPGB
invlpgb   |               | 0F 01 FE
tlbsync   |               | 0F 01 FF
# INVPCID
invpcid   | r64, m128     | 66 0F 38 82 /r | x64
invpcid   | r32, m128     | 66 0F 38 82 /r | x86
# LKGS
lkgs      | r/m16         | F2 0F 00 /6    | x64
# MONITOR
monitor   |               | 0F 01 C8
mwait     |               | 0F 01 C9
# MSR
rdmsr     |               | 0F 32
wrmsr     |               | 0F 30
# MSRLIST
rdmsrlist |               | F2 0F 01 C6    | x64
wrmsrlist |               | F3 0F 01 C6    | x64
# OSS
enclv     |               | 0F 01 C0
# PCONFIG
pconfig   |               | 0F 01 C5
# RMPQUERY
rmpquery  |               | F3 0F 01 FD    | x64
# SEP
sysexit   |               | 0F 35
sysexitq  |               | REX.W 0F 35    | x64
# SEV-ES
vmgexit   |               | F3 0F 01 D9
# SEV-SNP
psmash    |               | F3 0F 01 FF    | x64
pvalidate |               | F2 0F 01 FF
rmpadjust |               | F3 0F 01 FE    | x64
rmpupdate |               | F2 0F 01 FE    | x64
# SGX
encls     |               | 0F 01 CF
enclu     |               | 0F 01 D7
# SKINIT
skinit    |               | 0F 01 DE
stgi      |               | 0F 01 DC
# SMAP
clac      |               | 0F 01 CA
stac      |               | 0F 01 CB
# SMM
rsm       |               | 0F AA
# SMX
getsec    |               | 0F 37
getsecq   |               | REX.W 0F 37    | x64
# SVM
clgi      |               | 0F 01 DD
invlpga   |               | 0F 01 DF
vmload    |               | 0F 01 DA
vmmcall   |               | 0F 01 D9
vmrun     |               | 0F 01 D8
vmsave    |               | 0F 01 DB
# SYSCALL
sysret    |               | 0F 07
sysretq   |               | REX.W 0F 07    | x64
# TDX
seamcall  |               | 66 0F 01 CF    | x64
seamops   |               | 66 0F 01 CE    | x64
seamret   |               | 66 0F 01 CD    | x64
tdcall    |               | 66 0F 01 CC
# VMX
vmcall    |               | 0F 01 C1
vmclear   | m64           | 66 0F C7 /6
vmfunc    |               | 0F 01 D4
vmlaunch  |               | 0F 01 C2
vmptrld   | m64           | 0F C7 /6
vmptrst   | m64           | 0F C7 /7
vmread    | r/m64, r64    | 0F 78 /r       | x64
vmread    | r/m32, r32    | 0F 78 /r       | x86
vmresume  |               | 0F 01 C3
vmwrite   | r64, r/m64    | 0F 79 /r       | x64
vmwrite   | r32, r/m32    | 0F 79 /r       | x86
vmxoff    |               | 0F 01 C4
vmxon     | m64           | F3 0F C7 /6
# VMX INVEPT
invept    | r64, m128     | 66 0F 38 80 /r | x64
invept    | r32, m128     | 66 0F 38 80 /r | x86
# VMX INVVPID
invvpid   | r64, m128     | 66 0F 38 81 /r | x64
invvpid   | r32, m128     | 66 0F 38 81 /r | x86
# WRMSRNS
wrmsrns   |               | 0F 01 C6
`;
