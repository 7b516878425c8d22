/** Scalar floating point. rownotation.ts explains the columns. */
export const FLOATING_POINT = `
# BASE
fmov         | <F>d, <F>n                                     | 000 11110 <ftype> 1 000000 10000 Rn Rd
fmov         | Wd, Sn                                         | 0 00 11110 00 1 00 110 000000 Rn Rd
fmov         | Sd, Wn                                         | 0 00 11110 00 1 00 111 000000 Rn Rd
fmov         | Xd, Dn                                         | 1 00 11110 01 1 00 110 000000 Rn Rd
fmov         | Dd, Xn                                         | 1 00 11110 01 1 00 111 000000 Rn Rd
fmov         | Xd, Vn.D[#1]                                   | 1 00 11110 10 1 01 110 000000 Rn Rd
fmov         | Vd.D[#1], Xn                                   | 1 00 11110 10 1 01 111 000000 Rn Rd
fmov         | <F>d, #fpimm                                   | 000 11110 <ftype> 1 fpimm8 100 00000 Rd
fmov         | Sd, #0.0                                       | 0 00 11110 00 1 00 111 000000 11111 Rd hidden
fmov         | Dd, #0.0                                       | 1 00 11110 01 1 00 111 000000 11111 Rd hidden
# FEAT_FP16
fmov         | <R>d, Hn                                       | <sf> 00 11110 11 1 00 110 000000 Rn Rd
fmov         | Hd, <R>n                                       | <sf> 00 11110 11 1 00 111 000000 Rn Rd
# BASE
fabs         | <F>d, <F>n                                     | 000 11110 <ftype> 1 000001 10000 Rn Rd
fneg         | <F>d, <F>n                                     | 000 11110 <ftype> 1 000010 10000 Rn Rd
fsqrt        | <F>d, <F>n                                     | 000 11110 <ftype> 1 000011 10000 Rn Rd
fcvt         | Dd, Sn                                         | 000 11110 00 1 000101 10000 Rn Rd
fcvt         | Hd, Sn                                         | 000 11110 00 1 000111 10000 Rn Rd
fcvt         | Sd, Dn                                         | 000 11110 01 1 000100 10000 Rn Rd
fcvt         | Hd, Dn                                         | 000 11110 01 1 000111 10000 Rn Rd
fcvt         | Sd, Hn                                         | 000 11110 11 1 000100 10000 Rn Rd
fcvt         | Dd, Hn                                         | 000 11110 11 1 000101 10000 Rn Rd
frintn       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001000 10000 Rn Rd
frintp       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001001 10000 Rn Rd
frintm       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001010 10000 Rn Rd
frintz       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001011 10000 Rn Rd
frinta       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001100 10000 Rn Rd
frintx       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001110 10000 Rn Rd
frinti       | <F>d, <F>n                                     | 000 11110 <ftype> 1 001111 10000 Rn Rd
fmul         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0000 10 Rn Rd
fdiv         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0001 10 Rn Rd
fadd         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0010 10 Rn Rd
fsub         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0011 10 Rn Rd
fmax         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0100 10 Rn Rd
fmin         | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0101 10 Rn Rd
fmaxnm       | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0110 10 Rn Rd
fminnm       | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 0111 10 Rn Rd
fnmul        | <F>d, <F>n, <F>m                               | 000 11110 <ftype> 1 Rm 1000 10 Rn Rd
fmadd        | <F>d, <F>n, <F>m, <F>a                         | 000 11111 <ftype> 0 Rm 0 Ra Rn Rd
fmsub        | <F>d, <F>n, <F>m, <F>a                         | 000 11111 <ftype> 0 Rm 1 Ra Rn Rd
fnmadd       | <F>d, <F>n, <F>m, <F>a                         | 000 11111 <ftype> 1 Rm 0 Ra Rn Rd
fnmsub       | <F>d, <F>n, <F>m, <F>a                         | 000 11111 <ftype> 1 Rm 1 Ra Rn Rd
fcmp         | <F>n, <F>m                                     | 000 11110 <ftype> 1 Rm 00 1000 Rn 00000
fcmp         | <F>n, #0.0                                     | 000 11110 <ftype> 1 00000 00 1000 Rn 01000
fcmpe        | <F>n, <F>m                                     | 000 11110 <ftype> 1 Rm 00 1000 Rn 10000
fcmpe        | <F>n, #0.0                                     | 000 11110 <ftype> 1 00000 00 1000 Rn 11000
fccmp        | <F>n, <F>m, #nzcv, cond                        | 000 11110 <ftype> 1 Rm cond 01 Rn 0 nzcv
fccmpe       | <F>n, <F>m, #nzcv, cond                        | 000 11110 <ftype> 1 Rm cond 01 Rn 1 nzcv
fcsel        | <F>d, <F>n, <F>m, cond                         | 000 11110 <ftype> 1 Rm cond 11 Rn Rd
fcvtn<us>    | <R>d, <F>n                                     | <sf> 00 11110 <ftype> 1 00 00<U> 000000 Rn Rd
fcvta<us>    | <R>d, <F>n                                     | <sf> 00 11110 <ftype> 1 00 10<U> 000000 Rn Rd
fcvtp<us>    | <R>d, <F>n                                     | <sf> 00 11110 <ftype> 1 01 00<U> 000000 Rn Rd
fcvtm<us>    | <R>d, <F>n                                     | <sf> 00 11110 <ftype> 1 10 00<U> 000000 Rn Rd
fcvtz<us>    | <R>d, <F>n                                     | <sf> 00 11110 <ftype> 1 11 00<U> 000000 Rn Rd
fcvtz<us>    | <R>d, <F>n, #fbits.<R>                         | <sf> 00 11110 <ftype> 0 11 00<U> scale Rn Rd
<us>cvtf     | <F>d, <R>n                                     | <sf> 00 11110 <ftype> 1 00 01<U> 000000 Rn Rd
<us>cvtf     | <F>d, <R>n, #fbits.<R>                         | <sf> 00 11110 <ftype> 0 00 01<U> scale Rn Rd
# FEAT_JSCVT
fjcvtzs      | Wd, Dn                                         | 0 00 11110 01 1 11 110 000000 Rn Rd
# FEAT_FRINTTS
frint32z     | <F>d, <F>n                                     | 000 11110 <ftype> 1 010000 10000 Rn Rd | F=S D
frint32x     | <F>d, <F>n                                     | 000 11110 <ftype> 1 010001 10000 Rn Rd | F=S D
frint64z     | <F>d, <F>n                                     | 000 11110 <ftype> 1 010010 10000 Rn Rd | F=S D
frint64x     | <F>d, <F>n                                     | 000 11110 <ftype> 1 010011 10000 Rn Rd | F=S D
# FEAT_BF16
bfcvt        | Hd, Sn                                         | 000 11110 01 1 000110 10000 Rn Rd
# FEAT_FPRCVT
fcvtns       | Sd, Dn                                         | 0 00 11110 01 1 01 010 000000 Rn Rd
fcvtns       | Sd, Hn                                         | 0 00 11110 11 1 01 010 000000 Rn Rd
fcvtns       | Dd, Sn                                         | 1 00 11110 00 1 01 010 000000 Rn Rd
fcvtns       | Dd, Hn                                         | 1 00 11110 11 1 01 010 000000 Rn Rd
fcvtnu       | Sd, Dn                                         | 0 00 11110 01 1 01 011 000000 Rn Rd
fcvtnu       | Sd, Hn                                         | 0 00 11110 11 1 01 011 000000 Rn Rd
fcvtnu       | Dd, Sn                                         | 1 00 11110 00 1 01 011 000000 Rn Rd
fcvtnu       | Dd, Hn                                         | 1 00 11110 11 1 01 011 000000 Rn Rd
fcvtps       | Sd, Dn                                         | 0 00 11110 01 1 10 010 000000 Rn Rd
fcvtps       | Sd, Hn                                         | 0 00 11110 11 1 10 010 000000 Rn Rd
fcvtps       | Dd, Sn                                         | 1 00 11110 00 1 10 010 000000 Rn Rd
fcvtps       | Dd, Hn                                         | 1 00 11110 11 1 10 010 000000 Rn Rd
fcvtpu       | Sd, Dn                                         | 0 00 11110 01 1 10 011 000000 Rn Rd
fcvtpu       | Sd, Hn                                         | 0 00 11110 11 1 10 011 000000 Rn Rd
fcvtpu       | Dd, Sn                                         | 1 00 11110 00 1 10 011 000000 Rn Rd
fcvtpu       | Dd, Hn                                         | 1 00 11110 11 1 10 011 000000 Rn Rd
fcvtms       | Sd, Dn                                         | 0 00 11110 01 1 10 100 000000 Rn Rd
fcvtms       | Sd, Hn                                         | 0 00 11110 11 1 10 100 000000 Rn Rd
fcvtms       | Dd, Sn                                         | 1 00 11110 00 1 10 100 000000 Rn Rd
fcvtms       | Dd, Hn                                         | 1 00 11110 11 1 10 100 000000 Rn Rd
fcvtmu       | Sd, Dn                                         | 0 00 11110 01 1 10 101 000000 Rn Rd
fcvtmu       | Sd, Hn                                         | 0 00 11110 11 1 10 101 000000 Rn Rd
fcvtmu       | Dd, Sn                                         | 1 00 11110 00 1 10 101 000000 Rn Rd
fcvtmu       | Dd, Hn                                         | 1 00 11110 11 1 10 101 000000 Rn Rd
fcvtzs       | Sd, Dn                                         | 0 00 11110 01 1 10 110 000000 Rn Rd
fcvtzs       | Sd, Hn                                         | 0 00 11110 11 1 10 110 000000 Rn Rd
fcvtzs       | Dd, Sn                                         | 1 00 11110 00 1 10 110 000000 Rn Rd
fcvtzs       | Dd, Hn                                         | 1 00 11110 11 1 10 110 000000 Rn Rd
fcvtzu       | Sd, Dn                                         | 0 00 11110 01 1 10 111 000000 Rn Rd
fcvtzu       | Sd, Hn                                         | 0 00 11110 11 1 10 111 000000 Rn Rd
fcvtzu       | Dd, Sn                                         | 1 00 11110 00 1 10 111 000000 Rn Rd
fcvtzu       | Dd, Hn                                         | 1 00 11110 11 1 10 111 000000 Rn Rd
fcvtas       | Sd, Dn                                         | 0 00 11110 01 1 11 010 000000 Rn Rd
fcvtas       | Sd, Hn                                         | 0 00 11110 11 1 11 010 000000 Rn Rd
fcvtas       | Dd, Sn                                         | 1 00 11110 00 1 11 010 000000 Rn Rd
fcvtas       | Dd, Hn                                         | 1 00 11110 11 1 11 010 000000 Rn Rd
fcvtau       | Sd, Dn                                         | 0 00 11110 01 1 11 011 000000 Rn Rd
fcvtau       | Sd, Hn                                         | 0 00 11110 11 1 11 011 000000 Rn Rd
fcvtau       | Dd, Sn                                         | 1 00 11110 00 1 11 011 000000 Rn Rd
fcvtau       | Dd, Hn                                         | 1 00 11110 11 1 11 011 000000 Rn Rd
scvtf        | Dd, Sn                                         | 0 00 11110 01 1 11 100 000000 Rn Rd
scvtf        | Hd, Sn                                         | 0 00 11110 11 1 11 100 000000 Rn Rd
scvtf        | Sd, Dn                                         | 1 00 11110 00 1 11 100 000000 Rn Rd
scvtf        | Hd, Dn                                         | 1 00 11110 11 1 11 100 000000 Rn Rd
ucvtf        | Dd, Sn                                         | 0 00 11110 01 1 11 101 000000 Rn Rd
ucvtf        | Hd, Sn                                         | 0 00 11110 11 1 11 101 000000 Rn Rd
ucvtf        | Sd, Dn                                         | 1 00 11110 00 1 11 101 000000 Rn Rd
ucvtf        | Hd, Dn                                         | 1 00 11110 11 1 11 101 000000 Rn Rd
`;
