/** Instructions on integers, apart from memory and branches. rownotation.ts explains the columns. */
export const DATA_PROCESSING = `
# BASE
<as>         | <R>d, <R>n, <R>m{, shift #imm6.<R>}            | <sf> <op> 0 01011 shift 0 Rm imm6 Rn Rd
<as>         | SP, Xn|SP, Xm                                  | 1 <op> 0 01011 001 Rm 011 000 Rn 11111
<as>         | Xd|SP, SP, Xm                                  | 1 <op> 0 01011 001 Rm 011 000 11111 Rd
<as>         | WSP, Wn|WSP, Wm                                | 0 <op> 0 01011 001 Rm 010 000 Rn 11111
<as>         | Wd|WSP, WSP, Wm                                | 0 <op> 0 01011 001 Rm 010 000 11111 Rd
<as>         | SP, Xn|SP, Xm, lslx #imm3≤4                    | 1 <op> 0 01011 001 Rm option imm3 Rn 11111
<as>         | Xd|SP, SP, Xm, lslx #imm3≤4                    | 1 <op> 0 01011 001 Rm option imm3 11111 Rd
<as>         | WSP, Wn|WSP, Wm, lslw #imm3≤4                  | 0 <op> 0 01011 001 Rm option imm3 Rn 11111
<as>         | Wd|WSP, WSP, Wm, lslw #imm3≤4                  | 0 <op> 0 01011 001 Rm option imm3 11111 Rd
<as>         | Xd|SP, Xn|SP, Wm, extw{ #imm3≤4}               | 1 <op> 0 01011 001 Rm option imm3 Rn Rd
<as>         | Xd|SP, Xn|SP, Xm, extx{ #imm3≤4}               | 1 <op> 0 01011 001 Rm option imm3 Rn Rd
<as>         | Xd|SP, Xn|SP, Xm, extw{ #imm3≤4}               | 1 <op> 0 01011 001 Rm option imm3 Rn Rd hidden
<as>         | Xd|SP, Xn|SP, Wm, extx{ #imm3≤4}               | 1 <op> 0 01011 001 Rm option imm3 Rn Rd hidden
<as>         | Wd|WSP, Wn|WSP, Wm, ext32{ #imm3≤4}            | 0 <op> 0 01011 001 Rm option imm3 Rn Rd
<as>         | <R>d|<SP>, <R>n|<SP>, #addsub                  | <sf> <op> 0 100010 sh imm12 Rn Rd
<as>         | <R>d|<SP>, <R>n|<SP>, #imm12, lsl #sh*12       | <sf> <op> 0 100010 sh imm12 Rn Rd
<as>         | <R>d|<SP>, <R>n|<SP>, #negated                 | <sf> <opposite> 0 100010 sh imm12 Rn Rd
add          | Xd|SP, Xn|SP, lo12*1                           | 1 0 0 100010 0 imm12 Rn Rd

<as>s        | <R>d, <R>n, <R>m{, shift #imm6.<R>}            | <sf> <op> 1 01011 shift 0 Rm imm6 Rn Rd
<as>s        | Xd, SP, Xm                                     | 1 <op> 1 01011 001 Rm 011 000 11111 Rd
<as>s        | Wd, WSP, Wm                                    | 0 <op> 1 01011 001 Rm 010 000 11111 Rd
<as>s        | Xd, SP, Xm, lslx #imm3≤4                       | 1 <op> 1 01011 001 Rm option imm3 11111 Rd
<as>s        | Wd, WSP, Wm, lslw #imm3≤4                      | 0 <op> 1 01011 001 Rm option imm3 11111 Rd
<as>s        | Xd, Xn|SP, Wm, extw{ #imm3≤4}                  | 1 <op> 1 01011 001 Rm option imm3 Rn Rd
<as>s        | Xd, Xn|SP, Xm, extx{ #imm3≤4}                  | 1 <op> 1 01011 001 Rm option imm3 Rn Rd
<as>s        | Xd, Xn|SP, Xm, extw{ #imm3≤4}                  | 1 <op> 1 01011 001 Rm option imm3 Rn Rd hidden
<as>s        | Xd, Xn|SP, Wm, extx{ #imm3≤4}                  | 1 <op> 1 01011 001 Rm option imm3 Rn Rd hidden
<as>s        | Wd, Wn|WSP, Wm, ext32{ #imm3≤4}                | 0 <op> 1 01011 001 Rm option imm3 Rn Rd
<as>s        | <R>d, <R>n|<SP>, #addsub                       | <sf> <op> 1 100010 sh imm12 Rn Rd
<as>s        | <R>d, <R>n|<SP>, #imm12, lsl #sh*12            | <sf> <op> 1 100010 sh imm12 Rn Rd
<as>s        | <R>d, <R>n|<SP>, #negated                      | <sf> <opposite> 1 100010 sh imm12 Rn Rd

<cmp>        | <R>n, <R>m{, shift #imm6.<R>}                  | <sf> <op> 1 01011 shift 0 Rm imm6 Rn 11111
<cmp>        | SP, Xm                                         | 1 <op> 1 01011 001 Rm 011 000 11111 11111
<cmp>        | WSP, Wm                                        | 0 <op> 1 01011 001 Rm 010 000 11111 11111
<cmp>        | SP, Xm, lslx #imm3≤4                           | 1 <op> 1 01011 001 Rm option imm3 11111 11111
<cmp>        | WSP, Wm, lslw #imm3≤4                          | 0 <op> 1 01011 001 Rm option imm3 11111 11111
<cmp>        | Xn|SP, Wm, extw{ #imm3≤4}                      | 1 <op> 1 01011 001 Rm option imm3 Rn 11111
<cmp>        | Xn|SP, Xm, extx{ #imm3≤4}                      | 1 <op> 1 01011 001 Rm option imm3 Rn 11111
<cmp>        | Xn|SP, Xm, extw{ #imm3≤4}                      | 1 <op> 1 01011 001 Rm option imm3 Rn 11111 hidden
<cmp>        | Xn|SP, Wm, extx{ #imm3≤4}                      | 1 <op> 1 01011 001 Rm option imm3 Rn 11111 hidden
<cmp>        | Wn|WSP, Wm, ext32{ #imm3≤4}                    | 0 <op> 1 01011 001 Rm option imm3 Rn 11111
<cmp>        | <R>n|<SP>, #addsub                             | <sf> <op> 1 100010 sh imm12 Rn 11111
<cmp>        | <R>n|<SP>, #imm12, lsl #sh*12                  | <sf> <op> 1 100010 sh imm12 Rn 11111
<cmp>        | <R>n|<SP>, #negated                            | <sf> <opposite> 1 100010 sh imm12 Rn 11111
neg          | <R>d, <R>m{, shift #imm6.<R>}                  | <sf> 1 0 01011 shift 0 Rm imm6 11111 Rd
negs         | <R>d, <R>m{, shift #imm6.<R>}                  | <sf> 1 1 01011 shift 0 Rm imm6 11111 Rd

adc          | <R>d, <R>n, <R>m                               | <sf> 0 0 11010000 Rm 000000 Rn Rd
adcs         | <R>d, <R>n, <R>m                               | <sf> 0 1 11010000 Rm 000000 Rn Rd
sbc          | <R>d, <R>n, <R>m                               | <sf> 1 0 11010000 Rm 000000 Rn Rd
sbcs         | <R>d, <R>n, <R>m                               | <sf> 1 1 11010000 Rm 000000 Rn Rd
ngc          | <R>d, <R>m                                     | <sf> 1 0 11010000 Rm 000000 11111 Rd
ngcs         | <R>d, <R>m                                     | <sf> 1 1 11010000 Rm 000000 11111 Rd

and          | <R>d|<SP>, <R>n, #bitmask.<R>                  | <sf> 00 100100 N immr imms Rn Rd
and          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 00 01010 shift 0 Rm imm6 Rn Rd
orr          | <R>d|<SP>, <R>n, #bitmask.<R>                  | <sf> 01 100100 N immr imms Rn Rd
orr          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 01 01010 shift 0 Rm imm6 Rn Rd
eor          | <R>d|<SP>, <R>n, #bitmask.<R>                  | <sf> 10 100100 N immr imms Rn Rd
eor          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 10 01010 shift 0 Rm imm6 Rn Rd
ands         | <R>d, <R>n, #bitmask.<R>                       | <sf> 11 100100 N immr imms Rn Rd
ands         | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 11 01010 shift 0 Rm imm6 Rn Rd
tst          | <R>n, #bitmask.<R>                             | <sf> 11 100100 N immr imms Rn 11111
tst          | <R>n, <R>m{, rotate #imm6.<R>}                 | <sf> 11 01010 shift 0 Rm imm6 Rn 11111
bic          | <R>d|<SP>, <R>n, #inverted.<R>                 | <sf> 00 100100 N immr imms Rn Rd
bic          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 00 01010 shift 1 Rm imm6 Rn Rd
bics         | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 11 01010 shift 1 Rm imm6 Rn Rd
orn          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 01 01010 shift 1 Rm imm6 Rn Rd
eon          | <R>d, <R>n, <R>m{, rotate #imm6.<R>}           | <sf> 10 01010 shift 1 Rm imm6 Rn Rd
mvn          | <R>d, <R>m{, rotate #imm6.<R>}                 | <sf> 01 01010 shift 1 Rm imm6 11111 Rd

mov          | <R>d, <R>m                                     | <sf> 01 01010 00 0 Rm 000000 11111 Rd
mov          | SP, Xn|SP                                      | 1 0 0 100010 0 000000000000 Rn 11111
mov          | Xd|SP, SP                                      | 1 0 0 100010 0 000000000000 11111 Rd
mov          | WSP, Wn|WSP                                    | 0 0 0 100010 0 000000000000 Rn 11111
mov          | Wd|WSP, WSP                                    | 0 0 0 100010 0 000000000000 11111 Rd
mov          | <R>d, <R>m, rotate #imm6.<R>                   | <sf> 01 01010 shift 0 Rm imm6 11111 Rd hidden
mov          | <R>d, #movz.<R>                                | <sf> 10 100101 hw imm16 Rd
mov          | <R>d, #movn.<R>                                | <sf> 00 100101 hw imm16 Rd
mov          | <R>d|<SP>, #movbits.<R>                        | <sf> 01 100100 N immr imms 11111 Rd
movz         | <R>d, #imm16{, lsl #hw.<R>}                    | <sf> 10 100101 hw imm16 Rd
movn         | <R>d, #imm16{, lsl #hw.<R>}                    | <sf> 00 100101 hw imm16 Rd
movk         | <R>d, #imm16{, lsl #hw.<R>}                    | <sf> 11 100101 hw imm16 Rd
adr          | Xd, adr                                        | 0 immlo 10000 immhi Rd
adrp         | Xd, adrp                                       | 1 immlo 10000 immhi Rd

csel         | <R>d, <R>n, <R>m, cond                         | <sf> 00 11010100 Rm cond 00 Rn Rd
csinc        | <R>d, <R>n, <R>m, cond                         | <sf> 00 11010100 Rm cond 01 Rn Rd
csinv        | <R>d, <R>n, <R>m, cond                         | <sf> 10 11010100 Rm cond 00 Rn Rd
csneg        | <R>d, <R>n, <R>m, cond                         | <sf> 10 11010100 Rm cond 01 Rn Rd
cset         | <R>d, cond'                                    | <sf> 00 11010100 11111 cond 01 11111 Rd
csetm        | <R>d, cond'                                    | <sf> 10 11010100 11111 cond 00 11111 Rd
cinc         | <R>d, <R>n, cond'                              | <sf> 00 11010100 Rn cond 01 Rn Rd
cinv         | <R>d, <R>n, cond'                              | <sf> 10 11010100 Rn cond 00 Rn Rd
cneg         | <R>d, <R>n, cond'                              | <sf> 10 11010100 Rn cond 01 Rn Rd
ccmn         | <R>n, <R>m, #nzcv, cond                        | <sf> 0 1 11010010 Rm cond 00 Rn 0 nzcv
ccmn         | <R>n, #imm5, #nzcv, cond                       | <sf> 0 1 11010010 imm5 cond 10 Rn 0 nzcv
ccmp         | <R>n, <R>m, #nzcv, cond                        | <sf> 1 1 11010010 Rm cond 00 Rn 0 nzcv
ccmp         | <R>n, #imm5, #nzcv, cond                       | <sf> 1 1 11010010 imm5 cond 10 Rn 0 nzcv

madd         | <R>d, <R>n, <R>m, <R>a                         | <sf> 00 11011000 Rm 0 Ra Rn Rd
msub         | <R>d, <R>n, <R>m, <R>a                         | <sf> 00 11011000 Rm 1 Ra Rn Rd
mul          | <R>d, <R>n, <R>m                               | <sf> 00 11011000 Rm 0 11111 Rn Rd
mneg         | <R>d, <R>n, <R>m                               | <sf> 00 11011000 Rm 1 11111 Rn Rd
<us>maddl    | Xd, Wn, Wm, Xa                                 | 1 00 11011 <U> 01 Rm 0 Ra Rn Rd
<us>msubl    | Xd, Wn, Wm, Xa                                 | 1 00 11011 <U> 01 Rm 1 Ra Rn Rd
<us>mull     | Xd, Wn, Wm                                     | 1 00 11011 <U> 01 Rm 0 11111 Rn Rd
<us>mnegl    | Xd, Wn, Wm                                     | 1 00 11011 <U> 01 Rm 1 11111 Rn Rd
<us>mulh     | Xd, Xn, Xm                                     | 1 00 11011 <U> 10 Rm 0 11111 Rn Rd
udiv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 00001 0 Rn Rd
sdiv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 00001 1 Rn Rd

lsl          | <R>d, <R>n, #lsl.<R>                           | <sf> 10 100110 <sf> immr imms Rn Rd
lsl          | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 00 Rn Rd
lslv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 00 Rn Rd
lsr          | Wd, Wn, #immr.W                                | 0 10 100110 0 immr 011111 Rn Rd
lsr          | Xd, Xn, #immr.X                                | 1 10 100110 1 immr 111111 Rn Rd
lsr          | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 01 Rn Rd
lsrv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 01 Rn Rd
asr          | Wd, Wn, #immr.W                                | 0 00 100110 0 immr 011111 Rn Rd
asr          | Xd, Xn, #immr.X                                | 1 00 100110 1 immr 111111 Rn Rd
asr          | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 10 Rn Rd
asrv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 10 Rn Rd
ror          | <R>d, <R>n, #imms.<R>                          | <sf> 00 100111 <sf> 0 Rn imms Rn Rd
ror          | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 11 Rn Rd
rorv         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0010 11 Rn Rd
extr         | <R>d, <R>n, <R>m, #imms.<R>                    | <sf> 00 100111 <sf> 0 Rm imms Rn Rd

sxtb         | <R>d, Wn                                       | <sf> 00 100110 <sf> 000000 000111 Rn Rd
sxth         | <R>d, Wn                                       | <sf> 00 100110 <sf> 000000 001111 Rn Rd
sxtw         | Xd, Wn                                         | 1 00 100110 1 000000 011111 Rn Rd
uxtb         | Wd, Wn                                         | 0 10 100110 0 000000 000111 Rn Rd
uxth         | Wd, Wn                                         | 0 10 100110 0 000000 001111 Rn Rd
// DynASM's own spellings
sxtb         | Xd, Xn                                         | 1 00 100110 1 000000 000111 Rn Rd hidden
sxth         | Xd, Xn                                         | 1 00 100110 1 000000 001111 Rn Rd hidden
uxtb         | Xd, Wn                                         | 0 10 100110 0 000000 000111 Rn Rd hidden
uxth         | Xd, Wn                                         | 0 10 100110 0 000000 001111 Rn Rd hidden
uxtw         | Xd, Wn                                         | 0 01 01010 00 0 Rn 000000 11111 Rd
sbfx         | <R>d, <R>n, #lsb.<R>, #width.<R>               | <sf> 00 100110 <sf> immr imms Rn Rd
ubfx         | <R>d, <R>n, #lsb.<R>, #width.<R>               | <sf> 10 100110 <sf> immr imms Rn Rd
bfc          | <R>d, #into.<R>, #inserted.<R>                 | <sf> 01 100110 <sf> immr imms 11111 Rd
bfxil        | <R>d, <R>n, #lsb.<R>, #width.<R>               | <sf> 01 100110 <sf> immr imms Rn Rd
bfi          | <R>d, <R>n, #into.<R>, #inserted.<R>           | <sf> 01 100110 <sf> immr imms Rn Rd
sbfiz        | <R>d, <R>n, #into.<R>, #inserted.<R>           | <sf> 00 100110 <sf> immr imms Rn Rd
ubfiz        | <R>d, <R>n, #into.<R>, #inserted.<R>           | <sf> 10 100110 <sf> immr imms Rn Rd
sbfm         | <R>d, <R>n, #immr.<R>, #imms.<R>               | <sf> 00 100110 <sf> immr imms Rn Rd
bfm          | <R>d, <R>n, #immr.<R>, #imms.<R>               | <sf> 01 100110 <sf> immr imms Rn Rd
ubfm         | <R>d, <R>n, #immr.<R>, #imms.<R>               | <sf> 10 100110 <sf> immr imms Rn Rd

clz          | <R>d, <R>n                                     | <sf> 10 11010110 00000 00010 0 Rn Rd
cls          | <R>d, <R>n                                     | <sf> 10 11010110 00000 00010 1 Rn Rd
rbit         | <R>d, <R>n                                     | <sf> 10 11010110 00000 00000 0 Rn Rd
rev16        | <R>d, <R>n                                     | <sf> 10 11010110 00000 00000 1 Rn Rd
rev          | Wd, Wn                                         | 0 10 11010110 00000 00001 0 Rn Rd
rev          | Xd, Xn                                         | 1 10 11010110 00000 00001 1 Rn Rd
rev32        | Xd, Xn                                         | 1 10 11010110 00000 00001 0 Rn Rd
rev64        | Xd, Xn                                         | 1 10 11010110 00000 00001 1 Rn Rd

# FEAT_CRC32
crc32<crc>   | Wd, Wn, <Rc>m                                  | <x> 00 11010110 Rm 010 0 <sz2> Rn Rd
crc32c<crc>  | Wd, Wn, <Rc>m                                  | <x> 00 11010110 Rm 010 1 <sz2> Rn Rd
# FEAT_FlagM
cfinv        |                                                | 11010101 00000 000 0100 0000 000 11111
rmif         | Xn, #imm6, #nzcv                               | 1 01 11010000 imm6 00001 Rn 0 nzcv
setf8        | Wn                                             | 0 01 11010000 000000 0 0010 Rn 01101
setf16       | Wn                                             | 0 01 11010000 000000 1 0010 Rn 01101
# FEAT_FlagM2
axflag       |                                                | 11010101 00000 000 0100 0000 010 11111
xaflag       |                                                | 11010101 00000 000 0100 0000 001 11111
# FEAT_CSSC
abs          | <R>d, <R>n                                     | <sf> 10 11010110 00000 00100 0 Rn Rd
cnt          | <R>d, <R>n                                     | <sf> 10 11010110 00000 00011 1 Rn Rd
ctz          | <R>d, <R>n                                     | <sf> 10 11010110 00000 00011 0 Rn Rd
smax         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0110 00 Rn Rd
umax         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0110 01 Rn Rd
smin         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0110 10 Rn Rd
umin         | <R>d, <R>n, <R>m                               | <sf> 00 11010110 Rm 0110 11 Rn Rd
smax         | <R>d, <R>n, #simm8                             | <sf> 00 1000111 0000 imm8 Rn Rd
umax         | <R>d, <R>n, #imm8                              | <sf> 00 1000111 0001 imm8 Rn Rd
smin         | <R>d, <R>n, #simm8                             | <sf> 00 1000111 0010 imm8 Rn Rd
umin         | <R>d, <R>n, #imm8                              | <sf> 00 1000111 0011 imm8 Rn Rd
`;
