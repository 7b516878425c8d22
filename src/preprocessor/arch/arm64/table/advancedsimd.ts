/** Advanced SIMD, but for loads and stores and cryptography. rownotation.ts explains the columns. */
export const ADVANCED_SIMD = `
# BASE
<us>hadd      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 00000 1 Rn Rd    | T=BHS
<us>qadd      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 00001 1 Rn Rd    | T=BHSD
<us>rhadd     | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 00010 1 Rn Rd    | T=BHS
<us>hsub      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 00100 1 Rn Rd    | T=BHS
<us>qsub      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 00101 1 Rn Rd    | T=BHSD
<us>shl       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01000 1 Rn Rd    | T=BHSD
<us>qshl      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01001 1 Rn Rd    | T=BHSD
<us>rshl      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01010 1 Rn Rd    | T=BHSD
<us>qrshl     | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01011 1 Rn Rd    | T=BHSD
<us>max       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01100 1 Rn Rd    | T=BHS
<us>min       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01101 1 Rn Rd    | T=BHS
<us>abd       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01110 1 Rn Rd    | T=BHS
<us>aba       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 01111 1 Rn Rd    | T=BHS
<us>maxp      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 10100 1 Rn Rd    | T=BHS
<us>minp      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> <U> 01110 <size> 1 Rm 10101 1 Rn Rd    | T=BHS
cmgt          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 00110 1 Rn Rd      | T=BHSD
cmge          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 00111 1 Rn Rd      | T=BHSD
cmhi          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 00110 1 Rn Rd      | T=BHSD
cmhs          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 00111 1 Rn Rd      | T=BHSD
add           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10000 1 Rn Rd      | T=BHSD
sub           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 10000 1 Rn Rd      | T=BHSD
cmtst         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10001 1 Rn Rd      | T=BHSD
cmeq          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 10001 1 Rn Rd      | T=BHSD
mla           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10010 1 Rn Rd      | T=BHS
mls           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 10010 1 Rn Rd      | T=BHS
mul           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10011 1 Rn Rd      | T=BHS
pmul          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 10011 1 Rn Rd      | T=B
sqdmulh       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10110 1 Rn Rd      | T=HS
sqrdmulh      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 10110 1 Rn Rd      | T=HS
addp          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 10111 1 Rn Rd      | T=BHSD
// The operands of these are the other way round
cmlt          | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 00110 1 Rn Rd      | T=BHSD
cmle          | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 0 01110 <size> 1 Rm 00111 1 Rn Rd      | T=BHSD
cmlo          | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 00110 1 Rn Rd      | T=BHSD
cmls          | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 <size> 1 Rm 00111 1 Rn Rd      | T=BHSD
mov           | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 10 1 Rn 00011 1 Rn Rd          | T=B
and           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 00 1 Rm 00011 1 Rn Rd          | T=B
bic           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 01 1 Rm 00011 1 Rn Rd          | T=B
orr           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 10 1 Rm 00011 1 Rn Rd          | T=B
orn           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 11 1 Rm 00011 1 Rn Rd          | T=B
eor           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 00 1 Rm 00011 1 Rn Rd          | T=B
bsl           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 01 1 Rm 00011 1 Rn Rd          | T=B
bit           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 10 1 Rm 00011 1 Rn Rd          | T=B
bif           | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 11 1 Rm 00011 1 Rn Rd          | T=B

fmaxnm        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11000 1 Rn Rd      | T=SD
fmla          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11001 1 Rn Rd      | T=SD
fadd          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11010 1 Rn Rd      | T=SD
fmulx         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11011 1 Rn Rd      | T=SD
fcmeq         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11100 1 Rn Rd      | T=SD
fmax          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11110 1 Rn Rd      | T=SD
frecps        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 <sz> 1 Rm 11111 1 Rn Rd      | T=SD
fminnm        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11000 1 Rn Rd      | T=SD
fmls          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11001 1 Rn Rd      | T=SD
fsub          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11010 1 Rn Rd      | T=SD
fmin          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11110 1 Rn Rd      | T=SD
frsqrts       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11111 1 Rn Rd      | T=SD
fmaxnmp       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11000 1 Rn Rd      | T=SD
faddp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11010 1 Rn Rd      | T=SD
fmul          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11011 1 Rn Rd      | T=SD
fcmge         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11100 1 Rn Rd      | T=SD
facge         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11101 1 Rn Rd      | T=SD
fmaxp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11110 1 Rn Rd      | T=SD
fdiv          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11111 1 Rn Rd      | T=SD
fminnmp       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11000 1 Rn Rd      | T=SD
fabd          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11010 1 Rn Rd      | T=SD
fcmgt         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11100 1 Rn Rd      | T=SD
facgt         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11101 1 Rn Rd      | T=SD
fminp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11110 1 Rn Rd      | T=SD
fcmlt         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11100 1 Rn Rd      | T=SD
fcmle         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11100 1 Rn Rd      | T=SD
faclt         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11101 1 Rn Rd      | T=SD
facle         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 0 <sz> 1 Rm 11101 1 Rn Rd      | T=SD
# FEAT_FP16
fmaxnm        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 000 1 Rn Rd         | T=H
fmla          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 001 1 Rn Rd         | T=H
fadd          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 010 1 Rn Rd         | T=H
fmulx         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 011 1 Rn Rd         | T=H
fcmeq         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 100 1 Rn Rd         | T=H
fmax          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 110 1 Rn Rd         | T=H
frecps        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 0 10 Rm 00 111 1 Rn Rd         | T=H
fminnm        | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 000 1 Rn Rd         | T=H
fmls          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 001 1 Rn Rd         | T=H
fsub          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 010 1 Rn Rd         | T=H
fmin          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 110 1 Rn Rd         | T=H
frsqrts       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 111 1 Rn Rd         | T=H
fmaxnmp       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 000 1 Rn Rd         | T=H
faddp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 010 1 Rn Rd         | T=H
fmul          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 011 1 Rn Rd         | T=H
fcmge         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 100 1 Rn Rd         | T=H
facge         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 101 1 Rn Rd         | T=H
fmaxp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 110 1 Rn Rd         | T=H
fdiv          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 111 1 Rn Rd         | T=H
fminnmp       | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 000 1 Rn Rd         | T=H
fabd          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 010 1 Rn Rd         | T=H
fcmgt         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 100 1 Rn Rd         | T=H
facgt         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 101 1 Rn Rd         | T=H
fminp         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 110 1 Rn Rd         | T=H
fcmlt         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 100 1 Rn Rd         | T=H
fcmle         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 100 1 Rn Rd         | T=H
faclt         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 101 1 Rn Rd         | T=H
facle         | Vd.<T>, Vm.<T>, Vn.<T>                     | 0 <Q> 1 01110 0 10 Rm 00 101 1 Rn Rd         | T=H
# FEAT_FAMINMAX
famax         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 <sz> 1 Rm 11011 1 Rn Rd      | T=SD
famax         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 1 10 Rm 00 011 1 Rn Rd         | T=H
famin         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 <sz> 1 Rm 11011 1 Rn Rd      | T=SD
famin         | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 1 10 Rm 00 011 1 Rn Rd         | T=H
# FEAT_FHM
fmlal         | Vd.2S, Vn.2H, Vm.2H                        | 0 0 0 01110 0 0 1 Rm 11101 1 Rn Rd
fmlal         | Vd.4S, Vn.4H, Vm.4H                        | 0 1 0 01110 0 0 1 Rm 11101 1 Rn Rd
fmlal         | Vd.2S, Vn.2H, Vm4.H[H:L:M]                 | 0 0 0 01111 10 L M Rm4 0000 H 0 Rn Rd
fmlal         | Vd.4S, Vn.4H, Vm4.H[H:L:M]                 | 0 1 0 01111 10 L M Rm4 0000 H 0 Rn Rd
fmlsl         | Vd.2S, Vn.2H, Vm.2H                        | 0 0 0 01110 1 0 1 Rm 11101 1 Rn Rd
fmlsl         | Vd.4S, Vn.4H, Vm.4H                        | 0 1 0 01110 1 0 1 Rm 11101 1 Rn Rd
fmlsl         | Vd.2S, Vn.2H, Vm4.H[H:L:M]                 | 0 0 0 01111 10 L M Rm4 0100 H 0 Rn Rd
fmlsl         | Vd.4S, Vn.4H, Vm4.H[H:L:M]                 | 0 1 0 01111 10 L M Rm4 0100 H 0 Rn Rd
fmlal2        | Vd.2S, Vn.2H, Vm.2H                        | 0 0 1 01110 0 0 1 Rm 11001 1 Rn Rd
fmlal2        | Vd.4S, Vn.4H, Vm.4H                        | 0 1 1 01110 0 0 1 Rm 11001 1 Rn Rd
fmlal2        | Vd.2S, Vn.2H, Vm4.H[H:L:M]                 | 0 0 1 01111 10 L M Rm4 1000 H 0 Rn Rd
fmlal2        | Vd.4S, Vn.4H, Vm4.H[H:L:M]                 | 0 1 1 01111 10 L M Rm4 1000 H 0 Rn Rd
fmlsl2        | Vd.2S, Vn.2H, Vm.2H                        | 0 0 1 01110 1 0 1 Rm 11001 1 Rn Rd
fmlsl2        | Vd.4S, Vn.4H, Vm.4H                        | 0 1 1 01110 1 0 1 Rm 11001 1 Rn Rd
fmlsl2        | Vd.2S, Vn.2H, Vm4.H[H:L:M]                 | 0 0 1 01111 10 L M Rm4 1100 H 0 Rn Rd
fmlsl2        | Vd.4S, Vn.4H, Vm4.H[H:L:M]                 | 0 1 1 01111 10 L M Rm4 1100 H 0 Rn Rd
# FEAT_RDM
sqrdmlah      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 0 Rm 1 0000 1 Rn Rd     | T=HS
sqrdmlah      | <V>d, <V>n, <V>m                           | 01 1 11110 <size> 0 Rm 1 0000 1 Rn Rd        | V=H S
sqrdmlsh      | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 1 01110 <size> 0 Rm 1 0001 1 Rn Rd     | T=HS
sqrdmlsh      | <V>d, <V>n, <V>m                           | 01 1 11110 <size> 0 Rm 1 0001 1 Rn Rd        | V=H S
# FEAT_DotProd
sdot          | Vd.<Tq>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 10 0 Rm 1 0010 1 Rn Rd         | T=B
sdot          | Vd.<Tq>, Vn.<T>, Vm.4B[H:L]                | 0 <Q> 0 01111 10 L Rm 1110 H 0 Rn Rd         | T=B
udot          | Vd.<Tq>, Vn.<T>, Vm.<T>                    | 0 <Q> 1 01110 10 0 Rm 1 0010 1 Rn Rd         | T=B
udot          | Vd.<Tq>, Vn.<T>, Vm.4B[H:L]                | 0 <Q> 1 01111 10 L Rm 1110 H 0 Rn Rd         | T=B
# FEAT_I8MM
usdot         | Vd.<Tq>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 10 0 Rm 1 0011 1 Rn Rd         | T=B
usdot         | Vd.<Tq>, Vn.<T>, Vm.4B[H:L]                | 0 <Q> 0 01111 10 L Rm 1111 H 0 Rn Rd         | T=B
sudot         | Vd.<Tq>, Vn.<T>, Vm.4B[H:L]                | 0 <Q> 0 01111 00 L Rm 1111 H 0 Rn Rd         | T=B
smmla         | Vd.4S, Vn.16B, Vm.16B                      | 0 1 0 01110 10 0 Rm 1 0100 1 Rn Rd
ummla         | Vd.4S, Vn.16B, Vm.16B                      | 0 1 1 01110 10 0 Rm 1 0100 1 Rn Rd
usmmla        | Vd.4S, Vn.16B, Vm.16B                      | 0 1 0 01110 10 0 Rm 1 0101 1 Rn Rd
# FEAT_BF16
bfdot         | Vd.<Tp>, Vn.<T>, Vm.<T>                    | 0 <Q> 1 01110 01 0 Rm 1 1111 1 Rn Rd         | T=H
bfdot         | Vd.<Tp>, Vn.<T>, Vm.2H[H:L]                | 0 <Q> 0 01111 01 L Rm 1111 H 0 Rn Rd         | T=H
bfmmla        | Vd.4S, Vn.8H, Vm.8H                        | 0 1 1 01110 01 0 Rm 1 1101 1 Rn Rd
bfmlalb       | Vd.4S, Vn.8H, Vm.8H                        | 0 0 1 01110 11 0 Rm 1 1111 1 Rn Rd
bfmlalb       | Vd.4S, Vn.8H, Vm4.H[H:L:M]                 | 0 0 0 01111 11 L M Rm4 1111 H 0 Rn Rd
bfmlalt       | Vd.4S, Vn.8H, Vm.8H                        | 0 1 1 01110 11 0 Rm 1 1111 1 Rn Rd
bfmlalt       | Vd.4S, Vn.8H, Vm4.H[H:L:M]                 | 0 1 0 01111 11 L M Rm4 1111 H 0 Rn Rd
bfcvtn        | Vd.4H, Vn.4S                               | 0 0 0 01110 10 10000 10110 10 Rn Rd
bfcvtn2       | Vd.8H, Vn.4S                               | 0 1 0 01110 10 10000 10110 10 Rn Rd
# FEAT_FCMA
fcmla         | Vd.<T>, Vn.<T>, Vm.<T>, #0|90|180|270@rot  | 0 <Q> 1 01110 01 0 Rm 1 10 rot 1 Rn Rd       | T=4H 8H
fcadd         | Vd.<T>, Vn.<T>, Vm.<T>, #90|270@rot1       | 0 <Q> 1 01110 01 0 Rm 1 11 rot1 0 1 Rn Rd    | T=4H 8H
fcmla         | Vd.<T>, Vn.<T>, Vm.<T>, #0|90|180|270@rot  | 0 <Q> 1 01110 10 0 Rm 1 10 rot 1 Rn Rd       | T=2S 4S
fcadd         | Vd.<T>, Vn.<T>, Vm.<T>, #90|270@rot1       | 0 <Q> 1 01110 10 0 Rm 1 11 rot1 0 1 Rn Rd    | T=2S 4S
fcmla         | Vd.<T>, Vn.<T>, Vm.<T>, #0|90|180|270@rot  | 0 <Q> 1 01110 11 0 Rm 1 10 rot 1 Rn Rd       | T=2D
fcadd         | Vd.<T>, Vn.<T>, Vm.<T>, #90|270@rot1       | 0 <Q> 1 01110 11 0 Rm 1 11 rot1 0 1 Rn Rd    | T=2D
fcmla         | Vd.4H, Vn.4H, Vm.H[L], #0|90|180|270@rot   | 0 0 1 01111 01 L Rm 0 rot 1 0 0 Rn Rd
fcmla         | Vd.8H, Vn.8H, Vm.H[H:L], #0|90|180|270@rot | 0 1 1 01111 01 L Rm 0 rot 1 H 0 Rn Rd
fcmla         | Vd.4S, Vn.4S, Vm.S[H], #0|90|180|270@rot   | 0 1 1 01111 10 0 Rm 0 rot 1 H 0 Rn Rd
# BASE
rev64         | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00000 10 Rn Rd    | T=BHS
rev16         | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00001 10 Rn Rd    | T=B
cls           | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00100 10 Rn Rd    | T=BHS
cnt           | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00101 10 Rn Rd    | T=B
sqabs         | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00111 10 Rn Rd    | T=BHSD
abs           | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 01011 10 Rn Rd    | T=BHSD
rev32         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 <size> 10000 00000 10 Rn Rd    | T=BH
clz           | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 <size> 10000 00100 10 Rn Rd    | T=BHS
sqneg         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 <size> 10000 00111 10 Rn Rd    | T=BHSD
neg           | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 <size> 10000 01011 10 Rn Rd    | T=BHSD
suqadd        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 <size> 10000 00011 10 Rn Rd    | T=BHSD
usqadd        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 <size> 10000 00011 10 Rn Rd    | T=BHSD
cmgt          | Vd.<T>, Vn.<T>, #0                         | 0 <Q> 0 01110 <size> 10000 01000 10 Rn Rd    | T=BHSD
cmgt          | Dd, Dn, #0                                 | 01 0 11110 11 10000 01000 10 Rn Rd
cmeq          | Vd.<T>, Vn.<T>, #0                         | 0 <Q> 0 01110 <size> 10000 01001 10 Rn Rd    | T=BHSD
cmeq          | Dd, Dn, #0                                 | 01 0 11110 11 10000 01001 10 Rn Rd
cmlt          | Vd.<T>, Vn.<T>, #0                         | 0 <Q> 0 01110 <size> 10000 01010 10 Rn Rd    | T=BHSD
cmlt          | Dd, Dn, #0                                 | 01 0 11110 11 10000 01010 10 Rn Rd
cmge          | Vd.<T>, Vn.<T>, #0                         | 0 <Q> 1 01110 <size> 10000 01000 10 Rn Rd    | T=BHSD
cmge          | Dd, Dn, #0                                 | 01 1 11110 11 10000 01000 10 Rn Rd
cmle          | Vd.<T>, Vn.<T>, #0                         | 0 <Q> 1 01110 <size> 10000 01001 10 Rn Rd    | T=BHSD
cmle          | Dd, Dn, #0                                 | 01 1 11110 11 10000 01001 10 Rn Rd
mvn           | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 00 10000 00101 10 Rn Rd        | T=B
not           | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 00 10000 00101 10 Rn Rd        | T=B
rbit          | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 01 10000 00101 10 Rn Rd        | T=B
<us>addlp     | Vd.<Tp>, Vn.<T>                            | 0 <Q> <U> 01110 <size> 10000 00010 10 Rn Rd  | T=BHS
<us>adalp     | Vd.<Tp>, Vn.<T>                            | 0 <Q> <U> 01110 <size> 10000 00110 10 Rn Rd  | T=BHS
xtn<2>        | Vd.<T>, Vn.<Tw>                            | 0 <Q> 0 01110 <size> 10000 10010 10 Rn Rd    | T=BHS
<us>qxtn<2>   | Vd.<T>, Vn.<Tw>                            | 0 <Q> <U> 01110 <size> 10000 10100 10 Rn Rd  | T=BHS
sqxtun<2>     | Vd.<T>, Vn.<Tw>                            | 0 <Q> 1 01110 <size> 10000 10010 10 Rn Rd    | T=BHS
shll<2>       | Vd.<Tw>, Vn.<T>, #8                        | 0 <Q> 1 01110 <size> 10000 10011 10 Rn Rd    | T=8B 16B
shll<2>       | Vd.<Tw>, Vn.<T>, #16                       | 0 <Q> 1 01110 <size> 10000 10011 10 Rn Rd    | T=4H 8H
shll<2>       | Vd.<Tw>, Vn.<T>, #32                       | 0 <Q> 1 01110 <size> 10000 10011 10 Rn Rd    | T=2S 4S
fcvtn<2>      | Vd.<T>, Vn.<Tw>                            | 0 <Q> 0 01110 00 10000 10110 10 Rn Rd        | T=H
fcvtn<2>      | Vd.<T>, Vn.<Tw>                            | 0 <Q> 0 01110 01 10000 10110 10 Rn Rd        | T=S
fcvtl<2>      | Vd.<Tw>, Vn.<T>                            | 0 <Q> 0 01110 00 10000 10111 10 Rn Rd        | T=H
fcvtl<2>      | Vd.<Tw>, Vn.<T>                            | 0 <Q> 0 01110 01 10000 10111 10 Rn Rd        | T=S
fcvtxn<2>     | Vd.<T>, Vn.<Tw>                            | 0 <Q> 1 01110 01 10000 10110 10 Rn Rd        | T=S
fcvtxn        | Sd, Dn                                     | 01 1 11110 01 10000 10110 10 Rn Rd
frintn        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11000 10 Rn Rd    | T=SD
frintm        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11001 10 Rn Rd    | T=SD
frintp        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 11000 10 Rn Rd    | T=SD
frintz        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 11001 10 Rn Rd    | T=SD
frinta        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11000 10 Rn Rd    | T=SD
frintx        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11001 10 Rn Rd    | T=SD
frinti        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 11001 10 Rn Rd    | T=SD
fcvtns        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11010 10 Rn Rd    | T=SD
fcvtms        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11011 10 Rn Rd    | T=SD
fcvtas        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11100 10 Rn Rd    | T=SD
scvtf         | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11101 10 Rn Rd    | T=SD
fcvtps        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 11010 10 Rn Rd    | T=SD
fcvtzs        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 11011 10 Rn Rd    | T=SD
frecpe        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 11101 10 Rn Rd    | T=SD
fcvtnu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11010 10 Rn Rd    | T=SD
fcvtmu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11011 10 Rn Rd    | T=SD
fcvtau        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11100 10 Rn Rd    | T=SD
ucvtf         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11101 10 Rn Rd    | T=SD
fcvtpu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 11010 10 Rn Rd    | T=SD
fcvtzu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 11011 10 Rn Rd    | T=SD
frsqrte       | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 11101 10 Rn Rd    | T=SD
fabs          | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 <sz> 10000 01111 10 Rn Rd    | T=SD
fneg          | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 01111 10 Rn Rd    | T=SD
fsqrt         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 <sz> 10000 11111 10 Rn Rd    | T=SD
fcmgt         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 <sz> 10000 01100 10 Rn Rd    | T=SD
fcmgt         | <V>d, <V>n, #0.0                           | 01 0 11110 1 <sz> 10000 01100 10 Rn Rd       | V=S D
fcmeq         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 <sz> 10000 01101 10 Rn Rd    | T=SD
fcmeq         | <V>d, <V>n, #0.0                           | 01 0 11110 1 <sz> 10000 01101 10 Rn Rd       | V=S D
fcmlt         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 <sz> 10000 01110 10 Rn Rd    | T=SD
fcmlt         | <V>d, <V>n, #0.0                           | 01 0 11110 1 <sz> 10000 01110 10 Rn Rd       | V=S D
fcmge         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 1 01110 1 <sz> 10000 01100 10 Rn Rd    | T=SD
fcmge         | <V>d, <V>n, #0.0                           | 01 1 11110 1 <sz> 10000 01100 10 Rn Rd       | V=S D
fcmle         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 1 01110 1 <sz> 10000 01101 10 Rn Rd    | T=SD
fcmle         | <V>d, <V>n, #0.0                           | 01 1 11110 1 <sz> 10000 01101 10 Rn Rd       | V=S D
urecpe        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 10 10000 11100 10 Rn Rd        | T=S
ursqrte       | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 10 10000 11100 10 Rn Rd        | T=S
fcvtns        | <V>d, <V>n                                 | 01 0 11110 0 <sz> 10000 11010 10 Rn Rd       | V=S D
fcvtms        | <V>d, <V>n                                 | 01 0 11110 0 <sz> 10000 11011 10 Rn Rd       | V=S D
fcvtas        | <V>d, <V>n                                 | 01 0 11110 0 <sz> 10000 11100 10 Rn Rd       | V=S D
scvtf         | <V>d, <V>n                                 | 01 0 11110 0 <sz> 10000 11101 10 Rn Rd       | V=S D
fcvtps        | <V>d, <V>n                                 | 01 0 11110 1 <sz> 10000 11010 10 Rn Rd       | V=S D
fcvtzs        | <V>d, <V>n                                 | 01 0 11110 1 <sz> 10000 11011 10 Rn Rd       | V=S D
frecpe        | <V>d, <V>n                                 | 01 0 11110 1 <sz> 10000 11101 10 Rn Rd       | V=S D
fcvtnu        | <V>d, <V>n                                 | 01 1 11110 0 <sz> 10000 11010 10 Rn Rd       | V=S D
fcvtmu        | <V>d, <V>n                                 | 01 1 11110 0 <sz> 10000 11011 10 Rn Rd       | V=S D
fcvtau        | <V>d, <V>n                                 | 01 1 11110 0 <sz> 10000 11100 10 Rn Rd       | V=S D
ucvtf         | <V>d, <V>n                                 | 01 1 11110 0 <sz> 10000 11101 10 Rn Rd       | V=S D
fcvtpu        | <V>d, <V>n                                 | 01 1 11110 1 <sz> 10000 11010 10 Rn Rd       | V=S D
fcvtzu        | <V>d, <V>n                                 | 01 1 11110 1 <sz> 10000 11011 10 Rn Rd       | V=S D
frsqrte       | <V>d, <V>n                                 | 01 1 11110 1 <sz> 10000 11101 10 Rn Rd       | V=S D
frecpx        | <V>d, <V>n                                 | 01 0 11110 1 <sz> 10000 11111 10 Rn Rd       | V=S D
# FEAT_FP16
frintn        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11000 10 Rn Rd        | T=H
frintm        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11001 10 Rn Rd        | T=H
frintp        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 11000 10 Rn Rd        | T=H
frintz        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 11001 10 Rn Rd        | T=H
frinta        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11000 10 Rn Rd        | T=H
frintx        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11001 10 Rn Rd        | T=H
frinti        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 11001 10 Rn Rd        | T=H
fcvtns        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11010 10 Rn Rd        | T=H
fcvtms        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11011 10 Rn Rd        | T=H
fcvtas        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11100 10 Rn Rd        | T=H
scvtf         | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 111100 11101 10 Rn Rd        | T=H
fcvtps        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 11010 10 Rn Rd        | T=H
fcvtzs        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 11011 10 Rn Rd        | T=H
frecpe        | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 11101 10 Rn Rd        | T=H
fcvtnu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11010 10 Rn Rd        | T=H
fcvtmu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11011 10 Rn Rd        | T=H
fcvtau        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11100 10 Rn Rd        | T=H
ucvtf         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 111100 11101 10 Rn Rd        | T=H
fcvtpu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 11010 10 Rn Rd        | T=H
fcvtzu        | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 11011 10 Rn Rd        | T=H
frsqrte       | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 11101 10 Rn Rd        | T=H
fabs          | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 1 111100 01111 10 Rn Rd        | T=H
fneg          | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 01111 10 Rn Rd        | T=H
fsqrt         | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 1 111100 11111 10 Rn Rd        | T=H
fcmgt         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 111100 01100 10 Rn Rd        | T=H
fcmgt         | Hd, Hn, #0.0                               | 01 0 11110 1 111100 01100 10 Rn Rd
fcmeq         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 111100 01101 10 Rn Rd        | T=H
fcmeq         | Hd, Hn, #0.0                               | 01 0 11110 1 111100 01101 10 Rn Rd
fcmlt         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 0 01110 1 111100 01110 10 Rn Rd        | T=H
fcmlt         | Hd, Hn, #0.0                               | 01 0 11110 1 111100 01110 10 Rn Rd
fcmge         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 1 01110 1 111100 01100 10 Rn Rd        | T=H
fcmge         | Hd, Hn, #0.0                               | 01 1 11110 1 111100 01100 10 Rn Rd
fcmle         | Vd.<T>, Vn.<T>, #0.0                       | 0 <Q> 1 01110 1 111100 01101 10 Rn Rd        | T=H
fcmle         | Hd, Hn, #0.0                               | 01 1 11110 1 111100 01101 10 Rn Rd
fcvtns        | Hd, Hn                                     | 01 0 11110 0 111100 11010 10 Rn Rd
fcvtms        | Hd, Hn                                     | 01 0 11110 0 111100 11011 10 Rn Rd
fcvtas        | Hd, Hn                                     | 01 0 11110 0 111100 11100 10 Rn Rd
scvtf         | Hd, Hn                                     | 01 0 11110 0 111100 11101 10 Rn Rd
fcvtps        | Hd, Hn                                     | 01 0 11110 1 111100 11010 10 Rn Rd
fcvtzs        | Hd, Hn                                     | 01 0 11110 1 111100 11011 10 Rn Rd
frecpe        | Hd, Hn                                     | 01 0 11110 1 111100 11101 10 Rn Rd
fcvtnu        | Hd, Hn                                     | 01 1 11110 0 111100 11010 10 Rn Rd
fcvtmu        | Hd, Hn                                     | 01 1 11110 0 111100 11011 10 Rn Rd
fcvtau        | Hd, Hn                                     | 01 1 11110 0 111100 11100 10 Rn Rd
ucvtf         | Hd, Hn                                     | 01 1 11110 0 111100 11101 10 Rn Rd
fcvtpu        | Hd, Hn                                     | 01 1 11110 1 111100 11010 10 Rn Rd
fcvtzu        | Hd, Hn                                     | 01 1 11110 1 111100 11011 10 Rn Rd
frsqrte       | Hd, Hn                                     | 01 1 11110 1 111100 11101 10 Rn Rd
frecpx        | Hd, Hn                                     | 01 0 11110 1 111100 11111 10 Rn Rd
# FEAT_FRINTTS
frint32z      | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11110 10 Rn Rd    | T=SD
frint32x      | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11110 10 Rn Rd    | T=SD
frint64z      | Vd.<T>, Vn.<T>                             | 0 <Q> 0 01110 0 <sz> 10000 11111 10 Rn Rd    | T=SD
frint64x      | Vd.<T>, Vn.<T>                             | 0 <Q> 1 01110 0 <sz> 10000 11111 10 Rn Rd    | T=SD
# BASE
<us>addlv     | <Tl>d, Vn.<T>                              | 0 <Q> <U> 01110 <size> 11000 00011 10 Rn Rd  | T=8B 16B 4H 8H 4S
<us>maxv      | <Ts>d, Vn.<T>                              | 0 <Q> <U> 01110 <size> 11000 01010 10 Rn Rd  | T=8B 16B 4H 8H 4S
<us>minv      | <Ts>d, Vn.<T>                              | 0 <Q> <U> 01110 <size> 11000 11010 10 Rn Rd  | T=8B 16B 4H 8H 4S
addv          | <Ts>d, Vn.<T>                              | 0 <Q> 0 01110 <size> 11000 11011 10 Rn Rd    | T=8B 16B 4H 8H 4S
fmaxnmv       | Sd, Vn.4S                                  | 0 1 1 01110 0 0 11000 01100 10 Rn Rd
fminnmv       | Sd, Vn.4S                                  | 0 1 1 01110 1 0 11000 01100 10 Rn Rd
fmaxv         | Sd, Vn.4S                                  | 0 1 1 01110 0 0 11000 01111 10 Rn Rd
fminv         | Sd, Vn.4S                                  | 0 1 1 01110 1 0 11000 01111 10 Rn Rd
# FEAT_FP16
fmaxnmv       | Hd, Vn.<T>                                 | 0 <Q> 0 01110 0 0 11000 01100 10 Rn Rd       | T=H
fminnmv       | Hd, Vn.<T>                                 | 0 <Q> 0 01110 1 0 11000 01100 10 Rn Rd       | T=H
fmaxv         | Hd, Vn.<T>                                 | 0 <Q> 0 01110 0 0 11000 01111 10 Rn Rd       | T=H
fminv         | Hd, Vn.<T>                                 | 0 <Q> 0 01110 1 0 11000 01111 10 Rn Rd       | T=H
# BASE
<us>addl<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 0000 00 Rn Rd    | T=BHS
<us>subl<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 0010 00 Rn Rd    | T=BHS
<us>abal<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 0101 00 Rn Rd    | T=BHS
<us>abdl<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 0111 00 Rn Rd    | T=BHS
<us>mlal<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 1000 00 Rn Rd    | T=BHS
<us>mlsl<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 1010 00 Rn Rd    | T=BHS
<us>mull<2>   | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> <U> 01110 <size> 1 Rm 1100 00 Rn Rd    | T=BHS
<us>addw<2>   | Vd.<Tw>, Vn.<Tw>, Vm.<T>                   | 0 <Q> <U> 01110 <size> 1 Rm 0001 00 Rn Rd    | T=BHS
<us>subw<2>   | Vd.<Tw>, Vn.<Tw>, Vm.<T>                   | 0 <Q> <U> 01110 <size> 1 Rm 0011 00 Rn Rd    | T=BHS
addhn<2>      | Vd.<T>, Vn.<Tw>, Vm.<Tw>                   | 0 <Q> 0 01110 <size> 1 Rm 0100 00 Rn Rd      | T=BHS
subhn<2>      | Vd.<T>, Vn.<Tw>, Vm.<Tw>                   | 0 <Q> 0 01110 <size> 1 Rm 0110 00 Rn Rd      | T=BHS
raddhn<2>     | Vd.<T>, Vn.<Tw>, Vm.<Tw>                   | 0 <Q> 1 01110 <size> 1 Rm 0100 00 Rn Rd      | T=BHS
rsubhn<2>     | Vd.<T>, Vn.<Tw>, Vm.<Tw>                   | 0 <Q> 1 01110 <size> 1 Rm 0110 00 Rn Rd      | T=BHS
sqdmlal<2>    | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 <size> 1 Rm 1001 00 Rn Rd      | T=HS
sqdmlal       | <Vw>d, <V>n, <V>m                          | 01 0 11110 <size> 1 Rm 1001 00 Rn Rd         | V=H S
sqdmlsl<2>    | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 <size> 1 Rm 1011 00 Rn Rd      | T=HS
sqdmlsl       | <Vw>d, <V>n, <V>m                          | 01 0 11110 <size> 1 Rm 1011 00 Rn Rd         | V=H S
sqdmull<2>    | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 <size> 1 Rm 1101 00 Rn Rd      | T=HS
sqdmull       | <Vw>d, <V>n, <V>m                          | 01 0 11110 <size> 1 Rm 1101 00 Rn Rd         | V=H S
pmull<2>      | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 <size> 1 Rm 1110 00 Rn Rd      | T=B
# FEAT_PMULL
pmull<2>      | Vd.<Tw>, Vn.<T>, Vm.<T>                    | 0 <Q> 0 01110 <size> 1 Rm 1110 00 Rn Rd      | T=1D 2D
# BASE
uzp1          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 001 10 Rn Rd     | T=BHSD
trn1          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 010 10 Rn Rd     | T=BHSD
zip1          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 011 10 Rn Rd     | T=BHSD
uzp2          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 101 10 Rn Rd     | T=BHSD
trn2          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 110 10 Rn Rd     | T=BHSD
zip2          | Vd.<T>, Vn.<T>, Vm.<T>                     | 0 <Q> 0 01110 <size> 0 Rm 0 111 10 Rn Rd     | T=BHSD
ext           | Vd.8B, Vn.8B, Vm.8B, #imm3                 | 0 0 101110 000 Rm 0 0 imm3 0 Rn Rd
ext           | Vd.16B, Vn.16B, Vm.16B, #imm4              | 0 1 101110 000 Rm 0 imm4 0 Rn Rd
tbl           | Vd.<T>, {Vn.16B*1}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 00 0 00 Rn Rd          | T=B
tbx           | Vd.<T>, {Vn.16B*1}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 00 1 00 Rn Rd          | T=B
tbl           | Vd.<T>, {Vn.16B*2}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 01 0 00 Rn Rd          | T=B
tbx           | Vd.<T>, {Vn.16B*2}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 01 1 00 Rn Rd          | T=B
tbl           | Vd.<T>, {Vn.16B*3}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 10 0 00 Rn Rd          | T=B
tbx           | Vd.<T>, {Vn.16B*3}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 10 1 00 Rn Rd          | T=B
tbl           | Vd.<T>, {Vn.16B*4}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 11 0 00 Rn Rd          | T=B
tbx           | Vd.<T>, {Vn.16B*4}, Vm.<T>                 | 0 <Q> 001110 000 Rm 0 11 1 00 Rn Rd          | T=B
dup           | Vd.<T>, Vn.B[i4]                           | 0 <Q> 001110000 i4 1 0 0000 1 Rn Rd          | T=8B 16B
dup           | Vd.<T>, Vn.H[i3]                           | 0 <Q> 001110000 i3 10 0 0000 1 Rn Rd         | T=4H 8H
dup           | Vd.<T>, Vn.S[i2]                           | 0 <Q> 001110000 i2 100 0 0000 1 Rn Rd        | T=2S 4S
dup           | Vd.<T>, Vn.D[i1]                           | 0 <Q> 001110000 i1 1000 0 0000 1 Rn Rd       | T=2D
dup           | Vd.<T>, Wn                                 | 0 <Q> 001110000 00001 0 0001 1 Rn Rd         | T=8B 16B
dup           | Vd.<T>, Wn                                 | 0 <Q> 001110000 00010 0 0001 1 Rn Rd         | T=4H 8H
dup           | Vd.<T>, Wn                                 | 0 <Q> 001110000 00100 0 0001 1 Rn Rd         | T=2S 4S
dup           | Vd.<T>, Xn                                 | 0 <Q> 001110000 01000 0 0001 1 Rn Rd         | T=2D
mov           | Bd, Vn.B[i4]                               | 01 0 11110000 i4 1 0 0000 1 Rn Rd
dup           | Bd, Vn.B[i4]                               | 01 0 11110000 i4 1 0 0000 1 Rn Rd
mov           | Hd, Vn.H[i3]                               | 01 0 11110000 i3 10 0 0000 1 Rn Rd
dup           | Hd, Vn.H[i3]                               | 01 0 11110000 i3 10 0 0000 1 Rn Rd
mov           | Sd, Vn.S[i2]                               | 01 0 11110000 i2 100 0 0000 1 Rn Rd
dup           | Sd, Vn.S[i2]                               | 01 0 11110000 i2 100 0 0000 1 Rn Rd
mov           | Dd, Vn.D[i1]                               | 01 0 11110000 i1 1000 0 0000 1 Rn Rd
dup           | Dd, Vn.D[i1]                               | 01 0 11110000 i1 1000 0 0000 1 Rn Rd
smov          | Wd, Vn.B[i4]                               | 0 0 001110000 i4 1 0 0101 1 Rn Rd
smov          | Wd, Vn.H[i3]                               | 0 0 001110000 i3 10 0 0101 1 Rn Rd
smov          | Xd, Vn.B[i4]                               | 0 1 001110000 i4 1 0 0101 1 Rn Rd
smov          | Xd, Vn.H[i3]                               | 0 1 001110000 i3 10 0 0101 1 Rn Rd
smov          | Xd, Vn.S[i2]                               | 0 1 001110000 i2 100 0 0101 1 Rn Rd
mov           | Wd, Vn.S[i2]                               | 0 0 001110000 i2 100 0 0111 1 Rn Rd
mov           | Xd, Vn.D[i1]                               | 0 1 001110000 i1 1000 0 0111 1 Rn Rd
umov          | Wd, Vn.B[i4]                               | 0 0 001110000 i4 1 0 0111 1 Rn Rd
umov          | Wd, Vn.H[i3]                               | 0 0 001110000 i3 10 0 0111 1 Rn Rd
umov          | Wd, Vn.S[i2]                               | 0 0 001110000 i2 100 0 0111 1 Rn Rd
umov          | Xd, Vn.D[i1]                               | 0 1 001110000 i1 1000 0 0111 1 Rn Rd
mov           | Vd.B[i4], Wn                               | 0 1 001110000 i4 1 0 0011 1 Rn Rd
mov           | Vd.H[i3], Wn                               | 0 1 001110000 i3 10 0 0011 1 Rn Rd
mov           | Vd.S[i2], Wn                               | 0 1 001110000 i2 100 0 0011 1 Rn Rd
mov           | Vd.D[i1], Xn                               | 0 1 001110000 i1 1000 0 0011 1 Rn Rd
mov           | Vd.B[i4], Vn.B[j4]                         | 0 1 101110000 i4 1 0 j4 1 Rn Rd
mov           | Vd.H[i3], Vn.H[j3]                         | 0 1 101110000 i3 10 0 j3 0 1 Rn Rd
mov           | Vd.S[i2], Vn.S[j2]                         | 0 1 101110000 i2 100 0 j2 00 1 Rn Rd
mov           | Vd.D[i1], Vn.D[j1]                         | 0 1 101110000 i1 1000 0 j1 000 1 Rn Rd
ins           | Vd.B[i4], Wn                               | 0 1 001110000 i4 1 0 0011 1 Rn Rd
ins           | Vd.H[i3], Wn                               | 0 1 001110000 i3 10 0 0011 1 Rn Rd
ins           | Vd.S[i2], Wn                               | 0 1 001110000 i2 100 0 0011 1 Rn Rd
ins           | Vd.D[i1], Xn                               | 0 1 001110000 i1 1000 0 0011 1 Rn Rd
ins           | Vd.B[i4], Vn.B[j4]                         | 0 1 101110000 i4 1 0 j4 1 Rn Rd
ins           | Vd.H[i3], Vn.H[j3]                         | 0 1 101110000 i3 10 0 j3 0 1 Rn Rd
ins           | Vd.S[i2], Vn.S[j2]                         | 0 1 101110000 i2 100 0 j2 00 1 Rn Rd
ins           | Vd.D[i1], Vn.D[j1]                         | 0 1 101110000 i1 1000 0 j1 000 1 Rn Rd

movi          | Vd.<T>, #byte{, lsl #am2*8}           | 0 <Q> 0 0111100000 abc 0 am2 0 0 1 defgh Rd  | T=S
movi          | Vd.<T>, #byte{, lsl #am1*8}           | 0 <Q> 0 0111100000 abc 10 am1 0 0 1 defgh Rd | T=H
mvni          | Vd.<T>, #byte{, lsl #am2*8}           | 0 <Q> 1 0111100000 abc 0 am2 0 0 1 defgh Rd  | T=S
mvni          | Vd.<T>, #byte{, lsl #am1*8}           | 0 <Q> 1 0111100000 abc 10 am1 0 0 1 defgh Rd | T=H
orr           | Vd.<T>, #byte{, lsl #am2*8}           | 0 <Q> 0 0111100000 abc 0 am2 1 0 1 defgh Rd  | T=S
orr           | Vd.<T>, #byte{, lsl #am1*8}           | 0 <Q> 0 0111100000 abc 10 am1 1 0 1 defgh Rd | T=H
bic           | Vd.<T>, #byte{, lsl #am2*8}           | 0 <Q> 1 0111100000 abc 0 am2 1 0 1 defgh Rd  | T=S
bic           | Vd.<T>, #byte{, lsl #am1*8}           | 0 <Q> 1 0111100000 abc 10 am1 1 0 1 defgh Rd | T=H
movi          | Vd.<T>, #byte, msl #am1*8+8           | 0 <Q> 0 0111100000 abc 110 am1 0 1 defgh Rd  | T=S
mvni          | Vd.<T>, #byte, msl #am1*8+8           | 0 <Q> 1 0111100000 abc 110 am1 0 1 defgh Rd  | T=S
movi          | Vd.<T>, #byte                              | 0 <Q> 0 0111100000 abc 1110 0 1 defgh Rd     | T=B
// As the preferred disassembly of some assemblers has it
movi          | Dd, #bytes                                 | 0 0 1 0111100000 abc 1110 0 1 defgh Rd
movi          | Vd.2D, #bytes                              | 0 1 1 0111100000 abc 1110 0 1 defgh Rd
fmov          | Vd.<T>, #vfpimm                            | 0 <Q> 0 0111100000 abc 1111 0 1 defgh Rd     | T=S
fmov          | Vd.2D, #vfpimm                             | 0 1 1 0111100000 abc 1111 0 1 defgh Rd
# FEAT_FP16
fmov          | Vd.<T>, #vfpimm                            | 0 <Q> 0 0111100000 abc 1111 1 1 defgh Rd     | T=H
# BASE
<us>shr       | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 00000 1 Rn Rd         | T=BHSD
<us>shr       | Dd, Dn, #shr.D                             | 01 <U> 111110 immhb 00000 1 Rn Rd
<us>sra       | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 00010 1 Rn Rd         | T=BHSD
<us>sra       | Dd, Dn, #shr.D                             | 01 <U> 111110 immhb 00010 1 Rn Rd
<us>rshr      | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 00100 1 Rn Rd         | T=BHSD
<us>rshr      | Dd, Dn, #shr.D                             | 01 <U> 111110 immhb 00100 1 Rn Rd
<us>rsra      | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 00110 1 Rn Rd         | T=BHSD
<us>rsra      | Dd, Dn, #shr.D                             | 01 <U> 111110 immhb 00110 1 Rn Rd
sri           | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> 1 011110 immhb 01000 1 Rn Rd           | T=BHSD
sri           | Dd, Dn, #shr.D                             | 01 1 111110 immhb 01000 1 Rn Rd
shl           | Vd.<T>, Vn.<T>, #shl.<Ts>                  | 0 <Q> 0 011110 immhb 01010 1 Rn Rd           | T=BHSD
shl           | Dd, Dn, #shl.D                             | 01 0 111110 immhb 01010 1 Rn Rd
sli           | Vd.<T>, Vn.<T>, #shl.<Ts>                  | 0 <Q> 1 011110 immhb 01010 1 Rn Rd           | T=BHSD
sli           | Dd, Dn, #shl.D                             | 01 1 111110 immhb 01010 1 Rn Rd
sqshlu        | Vd.<T>, Vn.<T>, #shl.<Ts>                  | 0 <Q> 1 011110 immhb 01100 1 Rn Rd           | T=BHSD
sqshlu        | <V>d, <V>n, #shl.<V>                       | 01 1 111110 immhb 01100 1 Rn Rd
<us>qshl      | Vd.<T>, Vn.<T>, #shl.<Ts>                  | 0 <Q> <U> 011110 immhb 01110 1 Rn Rd         | T=BHSD
<us>qshl      | <V>d, <V>n, #shl.<V>                       | 01 <U> 111110 immhb 01110 1 Rn Rd
shrn<2>       | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> 0 011110 immhb 10000 1 Rn Rd           | T=BHS
rshrn<2>      | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> 0 011110 immhb 10001 1 Rn Rd           | T=BHS
sqshrun<2>    | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> 1 011110 immhb 10000 1 Rn Rd           | T=BHS
sqshrun       | <V>d, <Vw>n, #shr.<V>                      | 01 1 111110 immhb 10000 1 Rn Rd              | V=B H S
sqrshrun<2>   | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> 1 011110 immhb 10001 1 Rn Rd           | T=BHS
sqrshrun      | <V>d, <Vw>n, #shr.<V>                      | 01 1 111110 immhb 10001 1 Rn Rd              | V=B H S
<us>qshrn<2>  | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> <U> 011110 immhb 10010 1 Rn Rd         | T=BHS
<us>qshrn     | <V>d, <Vw>n, #shr.<V>                      | 01 <U> 111110 immhb 10010 1 Rn Rd            | V=B H S
<us>qrshrn<2> | Vd.<T>, Vn.<Tw>, #shr.<Ts>                 | 0 <Q> <U> 011110 immhb 10011 1 Rn Rd         | T=BHS
<us>qrshrn    | <V>d, <Vw>n, #shr.<V>                      | 01 <U> 111110 immhb 10011 1 Rn Rd            | V=B H S
<us>xtl<2>    | Vd.<Tw>, Vn.<T>                            | 0 <Q> <U> 011110 <xtl> 10100 1 Rn Rd         | T=BHS
<us>shll<2>   | Vd.<Tw>, Vn.<T>, #shl.<Ts>                 | 0 <Q> <U> 011110 immhb 10100 1 Rn Rd         | T=BHS
<us>cvtf      | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 11100 1 Rn Rd         | T=SD
<us>cvtf      | <V>d, <V>n, #shr.<V>                       | 01 <U> 111110 immhb 11100 1 Rn Rd            | V=S D
fcvtz<us>     | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 11111 1 Rn Rd         | T=SD
fcvtz<us>     | <V>d, <V>n, #shr.<V>                       | 01 <U> 111110 immhb 11111 1 Rn Rd            | V=S D
# FEAT_FP16
<us>cvtf      | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 11100 1 Rn Rd         | T=H
<us>cvtf      | Hd, Hn, #shr.H                             | 01 <U> 111110 immhb 11100 1 Rn Rd
fcvtz<us>     | Vd.<T>, Vn.<T>, #shr.<Ts>                  | 0 <Q> <U> 011110 immhb 11111 1 Rn Rd         | T=H
fcvtz<us>     | Hd, Hn, #shr.H                             | 01 <U> 111110 immhb 11111 1 Rn Rd
# BASE
mla           | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 1 01111 01 L M Rm4 0000 H 0 Rn Rd      | T=H
mla           | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 1 01111 10 L Rm 0000 H 0 Rn Rd         | T=S
mls           | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 1 01111 01 L M Rm4 0100 H 0 Rn Rd      | T=H
mls           | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 1 01111 10 L Rm 0100 H 0 Rn Rd         | T=S
mul           | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 01 L M Rm4 1000 H 0 Rn Rd      | T=H
mul           | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 1000 H 0 Rn Rd         | T=S
<us>mlal<2>   | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> <U> 01111 01 L M Rm4 0010 H 0 Rn Rd    | T=H
<us>mlal<2>   | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> <U> 01111 10 L Rm 0010 H 0 Rn Rd       | T=S
<us>mlsl<2>   | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> <U> 01111 01 L M Rm4 0110 H 0 Rn Rd    | T=H
<us>mlsl<2>   | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> <U> 01111 10 L Rm 0110 H 0 Rn Rd       | T=S
<us>mull<2>   | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> <U> 01111 01 L M Rm4 1010 H 0 Rn Rd    | T=H
<us>mull<2>   | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> <U> 01111 10 L Rm 1010 H 0 Rn Rd       | T=S
sqdmlal<2>    | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> 0 01111 01 L M Rm4 0011 H 0 Rn Rd      | T=H
sqdmlal       | Sd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 01 L M Rm4 0011 H 0 Rn Rd
sqdmlal<2>    | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> 0 01111 10 L Rm 0011 H 0 Rn Rd         | T=S
sqdmlal       | Dd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 0011 H 0 Rn Rd
sqdmlsl<2>    | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> 0 01111 01 L M Rm4 0111 H 0 Rn Rd      | T=H
sqdmlsl       | Sd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 01 L M Rm4 0111 H 0 Rn Rd
sqdmlsl<2>    | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> 0 01111 10 L Rm 0111 H 0 Rn Rd         | T=S
sqdmlsl       | Dd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 0111 H 0 Rn Rd
sqdmull<2>    | Vd.<Tw>, Vn.<T>, Vm4.H[H:L:M]              | 0 <Q> 0 01111 01 L M Rm4 1011 H 0 Rn Rd      | T=H
sqdmull       | Sd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 01 L M Rm4 1011 H 0 Rn Rd
sqdmull<2>    | Vd.<Tw>, Vn.<T>, Vm.S[H:L]                 | 0 <Q> 0 01111 10 L Rm 1011 H 0 Rn Rd         | T=S
sqdmull       | Dd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 1011 H 0 Rn Rd
sqdmulh       | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 01 L M Rm4 1100 H 0 Rn Rd      | T=H
sqdmulh       | Hd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 01 L M Rm4 1100 H 0 Rn Rd
sqdmulh       | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 1100 H 0 Rn Rd         | T=S
sqdmulh       | Sd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 1100 H 0 Rn Rd
sqrdmulh      | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 01 L M Rm4 1101 H 0 Rn Rd      | T=H
sqrdmulh      | Hd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 01 L M Rm4 1101 H 0 Rn Rd
sqrdmulh      | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 1101 H 0 Rn Rd         | T=S
sqrdmulh      | Sd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 1101 H 0 Rn Rd
# FEAT_RDM
sqrdmlah      | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 1 01111 01 L M Rm4 1101 H 0 Rn Rd      | T=H
sqrdmlah      | Hd, Hn, Vm4.H[H:L:M]                       | 01 1 11111 01 L M Rm4 1101 H 0 Rn Rd
sqrdmlah      | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 1 01111 10 L Rm 1101 H 0 Rn Rd         | T=S
sqrdmlah      | Sd, Sn, Vm.S[H:L]                          | 01 1 11111 10 L Rm 1101 H 0 Rn Rd
sqrdmlsh      | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 1 01111 01 L M Rm4 1111 H 0 Rn Rd      | T=H
sqrdmlsh      | Hd, Hn, Vm4.H[H:L:M]                       | 01 1 11111 01 L M Rm4 1111 H 0 Rn Rd
sqrdmlsh      | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 1 01111 10 L Rm 1111 H 0 Rn Rd         | T=S
sqrdmlsh      | Sd, Sn, Vm.S[H:L]                          | 01 1 11111 10 L Rm 1111 H 0 Rn Rd
# BASE
fmla          | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 0001 H 0 Rn Rd         | T=S
fmla          | Vd.2D, Vn.2D, Vm.D[H]                      | 0 1 0 01111 11 0 Rm 0001 H 0 Rn Rd
fmla          | Sd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 0001 H 0 Rn Rd
fmla          | Dd, Dn, Vm.D[H]                            | 01 0 11111 11 0 Rm 0001 H 0 Rn Rd
fmls          | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 0101 H 0 Rn Rd         | T=S
fmls          | Vd.2D, Vn.2D, Vm.D[H]                      | 0 1 0 01111 11 0 Rm 0101 H 0 Rn Rd
fmls          | Sd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 0101 H 0 Rn Rd
fmls          | Dd, Dn, Vm.D[H]                            | 01 0 11111 11 0 Rm 0101 H 0 Rn Rd
fmul          | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 0 01111 10 L Rm 1001 H 0 Rn Rd         | T=S
fmul          | Vd.2D, Vn.2D, Vm.D[H]                      | 0 1 0 01111 11 0 Rm 1001 H 0 Rn Rd
fmul          | Sd, Sn, Vm.S[H:L]                          | 01 0 11111 10 L Rm 1001 H 0 Rn Rd
fmul          | Dd, Dn, Vm.D[H]                            | 01 0 11111 11 0 Rm 1001 H 0 Rn Rd
fmulx         | Vd.<T>, Vn.<T>, Vm.S[H:L]                  | 0 <Q> 1 01111 10 L Rm 1001 H 0 Rn Rd         | T=S
fmulx         | Vd.2D, Vn.2D, Vm.D[H]                      | 0 1 1 01111 11 0 Rm 1001 H 0 Rn Rd
fmulx         | Sd, Sn, Vm.S[H:L]                          | 01 1 11111 10 L Rm 1001 H 0 Rn Rd
fmulx         | Dd, Dn, Vm.D[H]                            | 01 1 11111 11 0 Rm 1001 H 0 Rn Rd
# FEAT_FP16
fmla          | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 00 L M Rm4 0001 H 0 Rn Rd      | T=H
fmla          | Hd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 00 L M Rm4 0001 H 0 Rn Rd
fmls          | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 00 L M Rm4 0101 H 0 Rn Rd      | T=H
fmls          | Hd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 00 L M Rm4 0101 H 0 Rn Rd
fmul          | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 0 01111 00 L M Rm4 1001 H 0 Rn Rd      | T=H
fmul          | Hd, Hn, Vm4.H[H:L:M]                       | 01 0 11111 00 L M Rm4 1001 H 0 Rn Rd
fmulx         | Vd.<T>, Vn.<T>, Vm4.H[H:L:M]               | 0 <Q> 1 01111 00 L M Rm4 1001 H 0 Rn Rd      | T=H
fmulx         | Hd, Hn, Vm4.H[H:L:M]                       | 01 1 11111 00 L M Rm4 1001 H 0 Rn Rd
# BASE
<us>qadd      | <V>d, <V>n, <V>m                           | 01 <U> 11110 <size> 1 Rm 00001 1 Rn Rd
<us>qsub      | <V>d, <V>n, <V>m                           | 01 <U> 11110 <size> 1 Rm 00101 1 Rn Rd
<us>qshl      | <V>d, <V>n, <V>m                           | 01 <U> 11110 <size> 1 Rm 01001 1 Rn Rd
<us>qrshl     | <V>d, <V>n, <V>m                           | 01 <U> 11110 <size> 1 Rm 01011 1 Rn Rd
<us>shl       | Dd, Dn, Dm                                 | 01 <U> 11110 11 1 Rm 01000 1 Rn Rd
<us>rshl      | Dd, Dn, Dm                                 | 01 <U> 11110 11 1 Rm 01010 1 Rn Rd
cmgt          | Dd, Dn, Dm                                 | 01 0 11110 11 1 Rm 00110 1 Rn Rd
cmge          | Dd, Dn, Dm                                 | 01 0 11110 11 1 Rm 00111 1 Rn Rd
cmhi          | Dd, Dn, Dm                                 | 01 1 11110 11 1 Rm 00110 1 Rn Rd
cmhs          | Dd, Dn, Dm                                 | 01 1 11110 11 1 Rm 00111 1 Rn Rd
add           | Dd, Dn, Dm                                 | 01 0 11110 11 1 Rm 10000 1 Rn Rd
sub           | Dd, Dn, Dm                                 | 01 1 11110 11 1 Rm 10000 1 Rn Rd
cmtst         | Dd, Dn, Dm                                 | 01 0 11110 11 1 Rm 10001 1 Rn Rd
cmeq          | Dd, Dn, Dm                                 | 01 1 11110 11 1 Rm 10001 1 Rn Rd
cmlt          | Dd, Dm, Dn                                 | 01 0 11110 11 1 Rm 00110 1 Rn Rd
cmle          | Dd, Dm, Dn                                 | 01 0 11110 11 1 Rm 00111 1 Rn Rd
cmlo          | Dd, Dm, Dn                                 | 01 1 11110 11 1 Rm 00110 1 Rn Rd
cmls          | Dd, Dm, Dn                                 | 01 1 11110 11 1 Rm 00111 1 Rn Rd
sqdmulh       | <V>d, <V>n, <V>m                           | 01 0 11110 <size> 1 Rm 10110 1 Rn Rd         | V=H S
sqrdmulh      | <V>d, <V>n, <V>m                           | 01 1 11110 <size> 1 Rm 10110 1 Rn Rd         | V=H S
fmulx         | <V>d, <V>n, <V>m                           | 01 0 11110 0 <sz> 1 Rm 11011 1 Rn Rd         | V=S D
fcmeq         | <V>d, <V>n, <V>m                           | 01 0 11110 0 <sz> 1 Rm 11100 1 Rn Rd         | V=S D
frecps        | <V>d, <V>n, <V>m                           | 01 0 11110 0 <sz> 1 Rm 11111 1 Rn Rd         | V=S D
frsqrts       | <V>d, <V>n, <V>m                           | 01 0 11110 1 <sz> 1 Rm 11111 1 Rn Rd         | V=S D
fcmge         | <V>d, <V>n, <V>m                           | 01 1 11110 0 <sz> 1 Rm 11100 1 Rn Rd         | V=S D
facge         | <V>d, <V>n, <V>m                           | 01 1 11110 0 <sz> 1 Rm 11101 1 Rn Rd         | V=S D
fabd          | <V>d, <V>n, <V>m                           | 01 1 11110 1 <sz> 1 Rm 11010 1 Rn Rd         | V=S D
fcmgt         | <V>d, <V>n, <V>m                           | 01 1 11110 1 <sz> 1 Rm 11100 1 Rn Rd         | V=S D
facgt         | <V>d, <V>n, <V>m                           | 01 1 11110 1 <sz> 1 Rm 11101 1 Rn Rd         | V=S D
fcmlt         | <V>d, <V>m, <V>n                           | 01 1 11110 1 <sz> 1 Rm 11100 1 Rn Rd         | V=S D
fcmle         | <V>d, <V>m, <V>n                           | 01 1 11110 0 <sz> 1 Rm 11100 1 Rn Rd         | V=S D
faclt         | <V>d, <V>m, <V>n                           | 01 1 11110 1 <sz> 1 Rm 11101 1 Rn Rd         | V=S D
facle         | <V>d, <V>m, <V>n                           | 01 1 11110 0 <sz> 1 Rm 11101 1 Rn Rd         | V=S D
abs           | Dd, Dn                                     | 01 0 11110 11 10000 01011 10 Rn Rd
neg           | Dd, Dn                                     | 01 1 11110 11 10000 01011 10 Rn Rd
suqadd        | <V>d, <V>n                                 | 01 0 11110 <size> 10000 00011 10 Rn Rd
usqadd        | <V>d, <V>n                                 | 01 1 11110 <size> 10000 00011 10 Rn Rd
sqabs         | <V>d, <V>n                                 | 01 0 11110 <size> 10000 00111 10 Rn Rd
sqneg         | <V>d, <V>n                                 | 01 1 11110 <size> 10000 00111 10 Rn Rd
<us>qxtn      | <V>d, <Vw>n                                | 01 <U> 11110 <size> 10000 10100 10 Rn Rd     | V=B H S
sqxtun        | <V>d, <Vw>n                                | 01 1 11110 <size> 10000 10010 10 Rn Rd       | V=B H S
addp          | Dd, Vn.2D                                  | 01 0 11110 11 11000 11011 10 Rn Rd
fmaxnmp       | Sd, Vn.2S                                  | 01 1 11110 0 0 11000 01100 10 Rn Rd
fmaxnmp       | Dd, Vn.2D                                  | 01 1 11110 0 1 11000 01100 10 Rn Rd
faddp         | Sd, Vn.2S                                  | 01 1 11110 0 0 11000 01101 10 Rn Rd
faddp         | Dd, Vn.2D                                  | 01 1 11110 0 1 11000 01101 10 Rn Rd
fmaxp         | Sd, Vn.2S                                  | 01 1 11110 0 0 11000 01111 10 Rn Rd
fmaxp         | Dd, Vn.2D                                  | 01 1 11110 0 1 11000 01111 10 Rn Rd
fminnmp       | Sd, Vn.2S                                  | 01 1 11110 1 0 11000 01100 10 Rn Rd
fminnmp       | Dd, Vn.2D                                  | 01 1 11110 1 1 11000 01100 10 Rn Rd
fminp         | Sd, Vn.2S                                  | 01 1 11110 1 0 11000 01111 10 Rn Rd
fminp         | Dd, Vn.2D                                  | 01 1 11110 1 1 11000 01111 10 Rn Rd
# FEAT_FP16
fmulx         | Hd, Hn, Hm                                 | 01 0 11110 0 10 Rm 00 011 1 Rn Rd
fcmeq         | Hd, Hn, Hm                                 | 01 0 11110 0 10 Rm 00 100 1 Rn Rd
frecps        | Hd, Hn, Hm                                 | 01 0 11110 0 10 Rm 00 111 1 Rn Rd
frsqrts       | Hd, Hn, Hm                                 | 01 0 11110 1 10 Rm 00 111 1 Rn Rd
fcmge         | Hd, Hn, Hm                                 | 01 1 11110 0 10 Rm 00 100 1 Rn Rd
facge         | Hd, Hn, Hm                                 | 01 1 11110 0 10 Rm 00 101 1 Rn Rd
fabd          | Hd, Hn, Hm                                 | 01 1 11110 1 10 Rm 00 010 1 Rn Rd
fcmgt         | Hd, Hn, Hm                                 | 01 1 11110 1 10 Rm 00 100 1 Rn Rd
facgt         | Hd, Hn, Hm                                 | 01 1 11110 1 10 Rm 00 101 1 Rn Rd
fcmlt         | Hd, Hm, Hn                                 | 01 1 11110 1 10 Rm 00 100 1 Rn Rd
fcmle         | Hd, Hm, Hn                                 | 01 1 11110 0 10 Rm 00 100 1 Rn Rd
faclt         | Hd, Hm, Hn                                 | 01 1 11110 1 10 Rm 00 101 1 Rn Rd
facle         | Hd, Hm, Hn                                 | 01 1 11110 0 10 Rm 00 101 1 Rn Rd
fmaxnmp       | Hd, Vn.2H                                  | 01 0 11110 0 0 11000 01100 10 Rn Rd
faddp         | Hd, Vn.2H                                  | 01 0 11110 0 0 11000 01101 10 Rn Rd
fmaxp         | Hd, Vn.2H                                  | 01 0 11110 0 0 11000 01111 10 Rn Rd
fminnmp       | Hd, Vn.2H                                  | 01 0 11110 1 0 11000 01100 10 Rn Rd
fminp         | Hd, Vn.2H                                  | 01 0 11110 1 0 11000 01111 10 Rn Rd
`;
