/** The general-purpose instructions. notation.ts explains the columns. */
export const BASE = `
# BASE
mov           | moffs8, al       | A2 mo                | x86
mov           | moffsv, rAX      | A3 mo                | x86
mov           | al, moffs8       | A0 mo                | x86
mov           | rAX, moffsv      | A1 mo                | x86
mov           | r/m8, r8         | 88 /r
mov           | r/mv, rv         | 89 /r
mov           | r8, m8           | 8A /r
mov           | rv, mv           | 8B /r
mov           | r64, addr64      | REX.W B8+r io        | x64
mov           | r8, imm8         | B0+r ib
mov           | r16, imm16       | o16 B8+r iw
mov           | r32, imm32       | B8+r id
mov           | r64, imm32       | REX.W C7 /0 id       | x64
mov           | m8, imm8         | C6 /0 ib
mov           | mv, immz         | C7 /0 iz

mov64         | r64, imm64       | REX.W B8+r io        | x64
mov64         | moffs8, al       | A2 mo                | x64
mov64         | moffsv, rAX      | A3 mo                | x64
mov64         | al, moffs8       | A0 mo                | x64
mov64         | rAX, moffsv      | A1 mo                | x64

movzx         | rv, r/m8         | 0F B6 /r
movzx         | ry, r/m16        | 0F B7 /r
movsx         | rv, r/m8         | 0F BE /r
movsx         | ry, r/m16        | 0F BF /r
movsxd        | r64, r/m32       | REX.W 63 /r          | x64
# SSE2
movnti        | my, ry           | 0F C3 /r
# CMOV
cmov<cc>      | rv, r/mv         | 0F 40+cc /r
# BASE
set<cc>       | r/m8             | 0F 90+cc /2
bswap         | r32              | 0F C8+r
bswap         | r64              | REX.W 0F C8+r        | x64
lea           | ry, m            | 8D /r

xchg          | rAX, rv          | 90+r
xchg          | rv, rAX          | 90+r
xchg          | r8, r/m8         | 86 /r
xchg          | rv, r/mv         | 87 /r
xchg          | m8, r8           | 86 /r
xchg          | mv, rv           | 87 /r

push          | r16              | o16 50+r
push          | r32              | 50+r                 | x86
push          | r64              | 50+r                 | x64
push          | m16              | o16 FF /6
push          | m32              | FF /6                | x86
push          | m64              | FF /6                | x64
push          | imm8sx           | 6A ib
push          | expr8            | 6A ib
push          | expr16           | o16 68 iw
push          | expr64           | REX.W 68 id
push          | addr             | REX.W 68 id          | x64
push          | imm32            | 68 id
pop           | r16              | o16 58+r
pop           | r32              | 58+r                 | x86
pop           | r64              | 58+r                 | x64
pop           | m16              | o16 8F /0
pop           | m32              | 8F /0                | x86
pop           | m64              | 8F /0                | x64

add           | r/m8, r8         | 00 /r
add           | r/mv, rv         | 01 /r
add           | r8, m8           | 02 /r
add           | rv, mv           | 03 /r
add           | al, imm8?        | 04 ib
add           | r/m8, imm8?      | 80 /0 ib
add           | r/mv, imm8sx?    | 83 /0 ib
add           | r/mv, expr?      | 81 /0 iz|ib
add           | rAX, immz?       | 05 iz
add           | r/mv, immz?      | 81 /0 iz
or            | r/m8, r8         | 08 /r
or            | r/mv, rv         | 09 /r
or            | r8, m8           | 0A /r
or            | rv, mv           | 0B /r
or            | al, imm8?        | 0C ib
or            | r/m8, imm8?      | 80 /1 ib
or            | r/mv, imm8sx?    | 83 /1 ib
or            | r/mv, expr?      | 81 /1 iz|ib
or            | rAX, immz?       | 0D iz
or            | r/mv, immz?      | 81 /1 iz
adc           | r/m8, r8         | 10 /r
adc           | r/mv, rv         | 11 /r
adc           | r8, m8           | 12 /r
adc           | rv, mv           | 13 /r
adc           | al, imm8?        | 14 ib
adc           | r/m8, imm8?      | 80 /2 ib
adc           | r/mv, imm8sx?    | 83 /2 ib
adc           | r/mv, expr?      | 81 /2 iz|ib
adc           | rAX, immz?       | 15 iz
adc           | r/mv, immz?      | 81 /2 iz
sbb           | r/m8, r8         | 18 /r
sbb           | r/mv, rv         | 19 /r
sbb           | r8, m8           | 1A /r
sbb           | rv, mv           | 1B /r
sbb           | al, imm8?        | 1C ib
sbb           | r/m8, imm8?      | 80 /3 ib
sbb           | r/mv, imm8sx?    | 83 /3 ib
sbb           | r/mv, expr?      | 81 /3 iz|ib
sbb           | rAX, immz?       | 1D iz
sbb           | r/mv, immz?      | 81 /3 iz
and           | r/m8, r8         | 20 /r
and           | r/mv, rv         | 21 /r
and           | r8, m8           | 22 /r
and           | rv, mv           | 23 /r
and           | al, imm8?        | 24 ib
and           | r/m8, imm8?      | 80 /4 ib
and           | r/mv, imm8sx?    | 83 /4 ib
and           | r/mv, expr?      | 81 /4 iz|ib
and           | rAX, immz?       | 25 iz
and           | r/mv, immz?      | 81 /4 iz
sub           | r/m8, r8         | 28 /r
sub           | r/mv, rv         | 29 /r
sub           | r8, m8           | 2A /r
sub           | rv, mv           | 2B /r
sub           | al, imm8?        | 2C ib
sub           | r/m8, imm8?      | 80 /5 ib
sub           | r/mv, imm8sx?    | 83 /5 ib
sub           | r/mv, expr?      | 81 /5 iz|ib
sub           | rAX, immz?       | 2D iz
sub           | r/mv, immz?      | 81 /5 iz
xor           | r/m8, r8         | 30 /r
xor           | r/mv, rv         | 31 /r
xor           | r8, m8           | 32 /r
xor           | rv, mv           | 33 /r
xor           | al, imm8?        | 34 ib
xor           | r/m8, imm8?      | 80 /6 ib
xor           | r/mv, imm8sx?    | 83 /6 ib
xor           | r/mv, expr?      | 81 /6 iz|ib
xor           | rAX, immz?       | 35 iz
xor           | r/mv, immz?      | 81 /6 iz
cmp           | r/m8, r8         | 38 /r
cmp           | r/mv, rv         | 39 /r
cmp           | r8, m8           | 3A /r
cmp           | rv, mv           | 3B /r
cmp           | al, imm8?        | 3C ib
cmp           | r/m8, imm8?      | 80 /7 ib
cmp           | r/mv, imm8sx?    | 83 /7 ib
cmp           | r/mv, expr?      | 81 /7 iz|ib
cmp           | rAX, immz?       | 3D iz
cmp           | r/mv, immz?      | 81 /7 iz
test          | r/m8, r8         | 84 /r
test          | r/mv, rv         | 85 /r
test          | r8, m8           | 84 /r
test          | rv, mv           | 85 /r
test          | al, imm8         | A8 ib
test          | rAX, immz        | A9 iz
test          | r/m8, imm8       | F6 /0 ib
test          | r/mv, immz       | F7 /0 iz

inc           | r16              | o16 40+r             | x86
inc           | r32              | 40+r                 | x86
inc           | r/m8             | FE /0
inc           | r/mv             | FF /0
dec           | r16              | o16 48+r             | x86
dec           | r32              | 48+r                 | x86
dec           | r/m8             | FE /1
dec           | r/mv             | FF /1
not           | r/m8             | F6 /2
not           | r/mv             | F7 /2
neg           | r/m8             | F6 /3
neg           | r/mv             | F7 /3
mul           | r/m8             | F6 /4
mul           | r/mv             | F7 /4
div           | r/m8             | F6 /6
div           | r/mv             | F7 /6
idiv          | r/m8             | F6 /7
idiv          | r/mv             | F7 /7
imul          | r/m8             | F6 /5
imul          | r/mv             | F7 /5
imul          | rv, r/mv         | 0F AF /r
imul          | rv*2, imm8sx     | 6B /r ib
imul          | rv*2, expr       | 69 /r iz|ib
imul          | rv*2, immz       | 69 /r iz
imul          | rv, r/mv, imm8sx | 6B /r ib
imul          | rv, r/mv, expr   | 69 /r iz|ib
imul          | rv, r/mv, immz   | 69 /r iz

rol           | r/m8, 1          | D0 /0
rol           | r/mv, 1          | D1 /0
rol           | r/m8, cl?        | D2 /0
rol           | r/mv, cl?        | D3 /0
rol           | r/m8, imm8       | C0 /0 ib
rol           | r/mv, imm8       | C1 /0 ib
ror           | r/m8, 1          | D0 /1
ror           | r/mv, 1          | D1 /1
ror           | r/m8, cl?        | D2 /1
ror           | r/mv, cl?        | D3 /1
ror           | r/m8, imm8       | C0 /1 ib
ror           | r/mv, imm8       | C1 /1 ib
rcl           | r/m8, 1          | D0 /2
rcl           | r/mv, 1          | D1 /2
rcl           | r/m8, cl?        | D2 /2
rcl           | r/mv, cl?        | D3 /2
rcl           | r/m8, imm8       | C0 /2 ib
rcl           | r/mv, imm8       | C1 /2 ib
rcr           | r/m8, 1          | D0 /3
rcr           | r/mv, 1          | D1 /3
rcr           | r/m8, cl?        | D2 /3
rcr           | r/mv, cl?        | D3 /3
rcr           | r/m8, imm8       | C0 /3 ib
rcr           | r/mv, imm8       | C1 /3 ib
shl/sal       | r/m8, 1          | D0 /4
shl/sal       | r/mv, 1          | D1 /4
shl/sal       | r/m8, cl?        | D2 /4
shl/sal       | r/mv, cl?        | D3 /4
shl/sal       | r/m8, imm8       | C0 /4 ib
shl/sal       | r/mv, imm8       | C1 /4 ib
shr           | r/m8, 1          | D0 /5
shr           | r/mv, 1          | D1 /5
shr           | r/m8, cl?        | D2 /5
shr           | r/mv, cl?        | D3 /5
shr           | r/m8, imm8       | C0 /5 ib
shr           | r/mv, imm8       | C1 /5 ib
sar           | r/m8, 1          | D0 /7
sar           | r/mv, 1          | D1 /7
sar           | r/m8, cl?        | D2 /7
sar           | r/mv, cl?        | D3 /7
sar           | r/m8, imm8       | C0 /7 ib
sar           | r/mv, imm8       | C1 /7 ib
shld          | r/mv, rv, imm8   | 0F A4 /r ib
shld          | r/mv, rv, cl     | 0F A5 /r
shrd          | r/mv, rv, imm8   | 0F AC /r ib
shrd          | r/mv, rv, cl     | 0F AD /r

bt            | r/mv, rv         | 0F A3 /r
bt            | r/m16, imm8      | o16 0F BA /4 ib
bt            | r/m32, imm8      | 0F BA /4 ib
bt            | r/m64, imm8      | REX.W 0F BA /4 ib
bts           | r/mv, rv         | 0F AB /r
bts           | r/m16, imm8      | o16 0F BA /5 ib
bts           | r/m32, imm8      | 0F BA /5 ib
bts           | r/m64, imm8      | REX.W 0F BA /5 ib
btr           | r/mv, rv         | 0F B3 /r
btr           | r/m16, imm8      | o16 0F BA /6 ib
btr           | r/m32, imm8      | 0F BA /6 ib
btr           | r/m64, imm8      | REX.W 0F BA /6 ib
btc           | r/mv, rv         | 0F BB /r
btc           | r/m16, imm8      | o16 0F BA /7 ib
btc           | r/m32, imm8      | 0F BA /7 ib
btc           | r/m64, imm8      | REX.W 0F BA /7 ib
bsf           | rv, r/mv         | 0F BC /r
bsr           | rv, r/mv         | 0F BD /r
# LZCNT
lzcnt         | rv, r/mv         | F3 0F BD /r
# POPCNT
popcnt        | rv, r/mv         | F3 0F B8 /r
# BMI1
tzcnt         | rv, r/mv         | F3 0F BC /r
# SSE4.2
crc32         | r32, r/m8        | F2 0F 38 F0 /r
crc32         | r64, r/m8        | F2 REX.W 0F 38 F0 /r | x64
crc32         | r32, r/m16       | o16 F2 0F 38 F1 /r
crc32         | ry, r/my         | F2 0F 38 F1 /r
# ADX
adcx          | ry, r/my         | 66 0F 38 F6 /r
adox          | ry, r/my         | F3 0F 38 F6 /r

# BASE
jmp           | rel32            | E9 cd
jmp           | r/m32            | FF /4                | x86
jmp           | r/m64            | FF /4                | x64
call          | rel32            | E8 cd
call          | r/m32            | FF /2                | x86
call          | r/m64            | FF /2                | x64
j<cc>         | rel32            | 0F 80+cc cd
ret           |                  | C3
ret           | imm16            | C2 iw
int           | imm8             | CD ib
int1          |                  | F1
int3          |                  | CC
into          |                  | CE                   | x86

nop           |                  | 90
pause         |                  | F3 90
wait/fwait    |                  | 9B
leave         |                  | C9
cbw           |                  | o16 98
cwde          |                  | 98
cdqe          |                  | REX.W 98             | x64
cwd           |                  | o16 99
cdq           |                  | 99
cqo           |                  | REX.W 99             | x64
clc           |                  | F8
stc           |                  | F9
cmc           |                  | F5
cld           |                  | FC
std           |                  | FD
lahf          |                  | 9F                   | x86
sahf          |                  | 9E                   | x86
# LAHF-SAHF
lahf          |                  | 9F                   | x64
sahf          |                  | 9E                   | x64
# BASE
pushf         |                  | 9C
pushfd        |                  | 9C                   | x86
pushfq        |                  | 9C                   | x64
popf          |                  | 9D
popfd         |                  | 9D                   | x86
popfq         |                  | 9D                   | x64
movsb         |                  | A4
movsw         |                  | o16 A5
movsd         |                  | A5
cmpsb         |                  | A6
cmpsw         |                  | o16 A7
cmpsd         |                  | A7
stosb         |                  | AA
stosw         |                  | o16 AB
stosd         |                  | AB
lodsb         |                  | AC
lodsw         |                  | o16 AD
lodsd         |                  | AD
scasb         |                  | AE
scasw         |                  | o16 AF
scasd         |                  | AF
rep/repe/repz |                  | F3
repne/repnz   |                  | F2
lock          |                  | F0
cs            |                  | 2E
ss            |                  | 36
ds            |                  | 3E
es            |                  | 26
fs            |                  | 64
gs            |                  | 65
o16           |                  | 66
a16           |                  | 67                   | x86
a32           |                  | 67                   | x64
cpuid         |                  | 0F A2
# TSC
rdtsc         |                  | 0F 31
# BASE
rdpmc         |                  | 0F 33
endbr32       |                  | F3 0F 1E FB
endbr64       |                  | F3 0F 1E FA
# SSE2
lfence        |                  | 0F AE E8
mfence        |                  | 0F AE F0
# SSE
sfence        |                  | 0F AE F8
`;
