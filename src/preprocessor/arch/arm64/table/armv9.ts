/** Extensions from Armv9.4 on. rownotation.ts explains the columns. */
export const ARMV9 = `
# FEAT_LSUI
ldtxr        | <R>t, [Xn|SP{, #0}]                            | 1 <sf> 001001 010 11111 0 11111 Rn Rt
ldatxr       | <R>t, [Xn|SP{, #0}]                            | 1 <sf> 001001 010 11111 1 11111 Rn Rt
sttxr        | Ws, <R>t, [Xn|SP{, #0}]                        | 1 <sf> 001001 000 Rs 0 11111 Rn Rt
stltxr       | Ws, <R>t, [Xn|SP{, #0}]                        | 1 <sf> 001001 000 Rs 1 11111 Rn Rt
cas<order>t  | Xs, Xt, [Xn|SP{, #0}]                          | 11 001001 1 <A> 0 Rs <L> 11111 Rn Rt
casp<order>t | Xs, Xs+1, Xt, Xt+1, [Xn|SP{, #0}]              | 01 001001 1 <A> 0 Rs <L> 11111 Rn Rt
swpt<order>  | <R>s, <R>t, [Xn|SP]                            | 0 <sf> 011001 <A> <L> 1 Rs 1000 01 Rn Rt
stt<lop><release> | <R>s, [Xn|SP]                                  | 0 <sf> 011001 0 <L> 1 Rs <lo> 01 Rn 11111
ldt<lop><order> | <R>s, <R>t, [Xn|SP]                            | 0 <sf> 011001 <A> <L> 1 Rs <lo> 01 Rn Rt
<pairt>      | <r>t, <r>t2, [Xn|SP{, #simm7*<scale>}]         | 11 101 <v> 010 <l> imm7 Rt2 Rn Rt
<pairt>      | <r>t, <r>t2, [Xn|SP], #simm7*<scale>           | 11 101 <v> 001 <l> imm7 Rt2 Rn Rt
<pairt>      | <r>t, <r>t2, [Xn|SP, #simm7*<scale>]!          | 11 101 <v> 011 <l> imm7 Rt2 Rn Rt
<pairtnt>    | <r>t, <r>t2, [Xn|SP{, #simm7*<scale>}]         | 11 101 <v> 000 <l> imm7 Rt2 Rn Rt
# FEAT_LSFE
stf<fop><release> | <E>s, [Xn|SP]                                  | <ez> 111100 0 <L> 1 Rs 1 <fo> 00 Rn 11111
stbf<fop><release> | Hs, [Xn|SP]                                    | 00 111100 0 <L> 1 Rs 1 <fo> 00 Rn 11111
ldf<fop><order> | <E>s, <E>t, [Xn|SP]                            | <ez> 111100 <A> <L> 1 Rs 0 <fo> 00 Rn Rt
ldbf<fop><order> | Hs, Ht, [Xn|SP]                                | 00 111100 <A> <L> 1 Rs 0 <fo> 00 Rn Rt
# FEAT_CPA
addpt        | Xd|SP, Xn|SP, Xm{, lsl #imm3}                  | 1 0 0 11010000 Rm 001 imm3 Rn Rd
subpt        | Xd|SP, Xn|SP, Xm{, lsl #imm3}                  | 1 1 0 11010000 Rm 001 imm3 Rn Rd
maddpt       | Xd, Xn, Xm, Xa                                 | 1 00 11011 011 Rm 0 Ra Rn Rd
msubpt       | Xd, Xn, Xm, Xa                                 | 1 00 11011 011 Rm 1 Ra Rn Rd
# FEAT_D128
mrrs         | Xt, Xt+1, sysreg128@o0:op1:CRn:CRm:op2            | 1101010101 1 1 o0 op1 CRn CRm op2 Rt
msrr         | sysreg128@o0:op1:CRn:CRm:op2, Xt, Xt+1            | 1101010101 0 1 o0 op1 CRn CRm op2 Rt
sysp         | #op1, Cn, Cm, #op2                             | 1101010101 0 01 op1 CRn CRm op2 11111
sysp         | #op1, Cn, Cm, #op2, Xt, Xt+1                   | 1101010101 0 01 op1 CRn CRm op2 Rt
# FEAT_ITE
trcit        | Xt                                             | 1101010100 0 01 011 0111 0010 111 Rt
# FEAT_PAuth_LR
pacm         |                                                | 11010101000000110010 0100 111 11111
paciasppc    |                                                | 1 10 11010110 00001 101000 11111 11110
pacibsppc    |                                                | 1 10 11010110 00001 101001 11111 11110
pacnbiasppc  |                                                | 1 10 11010110 00001 100000 11111 11110
pacnbibsppc  |                                                | 1 10 11010110 00001 100001 11111 11110
pacia171615  |                                                | 1 10 11010110 00001 100010 11111 11110
pacib171615  |                                                | 1 10 11010110 00001 100011 11111 11110
autia171615  |                                                | 1 10 11010110 00001 101110 11111 11110
autib171615  |                                                | 1 10 11010110 00001 101111 11111 11110
autiasppcr   | Xn                                             | 1 10 11010110 00001 100100 Rn 11110
autibsppcr   | Xn                                             | 1 10 11010110 00001 100101 Rn 11110
retaasppcr   | Xm                                             | 1101011 0 010 11111 00001 0 11111 Rm
retabsppcr   | Xm                                             | 1101011 0 010 11111 00001 1 11111 Rm
# FEAT_SME
smstart      |                                                | 1101010100 0 00 011 0100 0111 011 11111
smstart      | smza@smza2                                     | 1101010100 0 00 011 0100 0 smza2 1 011 11111
smstop       |                                                | 1101010100 0 00 011 0100 0110 011 11111
smstop       | smza@smza2                                     | 1101010100 0 00 011 0100 0 smza2 0 011 11111

# FEAT_FP8
f1cvtl<2>    | Vd.8H, Vn.<T>                                  | 0 <Q> 1 01110 00 100001 011110 Rn Rd | T=B
f2cvtl<2>    | Vd.8H, Vn.<T>                                  | 0 <Q> 1 01110 01 100001 011110 Rn Rd | T=B
bf1cvtl<2>   | Vd.8H, Vn.<T>                                  | 0 <Q> 1 01110 10 100001 011110 Rn Rd | T=B
bf2cvtl<2>   | Vd.8H, Vn.<T>                                  | 0 <Q> 1 01110 11 100001 011110 Rn Rd | T=B
fcvtn        | Vd.8B, Vn.4S, Vm.4S                            | 0 0 0 01110 000 Rm 111101 Rn Rd
fcvtn2       | Vd.16B, Vn.4S, Vm.4S                           | 0 1 0 01110 000 Rm 111101 Rn Rd
fcvtn        | Vd.8B, Vn.4H, Vm.4H                            | 0 0 0 01110 010 Rm 111101 Rn Rd
fcvtn        | Vd.16B, Vn.8H, Vm.8H                           | 0 1 0 01110 010 Rm 111101 Rn Rd
fscale       | Vd.<T>, Vn.<T>, Vm.<T>                         | 0 <Q> 1 01110 110 Rm 001111 Rn Rd | T=H
fscale       | Vd.<T>, Vn.<T>, Vm.<T>                         | 0 <Q> 1 01110 1 <sz> 1 Rm 111111 Rn Rd | T=SD
# FEAT_FP8DOT4
fdot         | Vd.2S, Vn.8B, Vm.8B                            | 0 0 0 01110 000 Rm 111111 Rn Rd
fdot         | Vd.4S, Vn.16B, Vm.16B                          | 0 1 0 01110 000 Rm 111111 Rn Rd
fdot         | Vd.2S, Vn.8B, Vm.4B[H:L]                       | 0 0 0 01111 00 L Rm 0000 H 0 Rn Rd
fdot         | Vd.4S, Vn.16B, Vm.4B[H:L]                      | 0 1 0 01111 00 L Rm 0000 H 0 Rn Rd
# FEAT_FP8DOT2
fdot         | Vd.4H, Vn.8B, Vm.8B                            | 0 0 0 01110 010 Rm 111111 Rn Rd
fdot         | Vd.8H, Vn.16B, Vm.16B                          | 0 1 0 01110 010 Rm 111111 Rn Rd
fdot         | Vd.4H, Vn.8B, Vm4.2B[H:L:M]                    | 0 0 0 01111 01 L M Rm4 0000 H 0 Rn Rd
fdot         | Vd.8H, Vn.16B, Vm4.2B[H:L:M]                   | 0 1 0 01111 01 L M Rm4 0000 H 0 Rn Rd
# FEAT_FP8FMA
fmlalb       | Vd.8H, Vn.16B, Vm.16B                          | 0 0 0 01110 110 Rm 111111 Rn Rd
fmlalt       | Vd.8H, Vn.16B, Vm.16B                          | 0 1 0 01110 110 Rm 111111 Rn Rd
fmlallbb     | Vd.4S, Vn.16B, Vm.16B                          | 0 0 0 01110 000 Rm 110001 Rn Rd
fmlallbt     | Vd.4S, Vn.16B, Vm.16B                          | 0 0 0 01110 010 Rm 110001 Rn Rd
fmlalltb     | Vd.4S, Vn.16B, Vm.16B                          | 0 1 0 01110 000 Rm 110001 Rn Rd
fmlalltt     | Vd.4S, Vn.16B, Vm.16B                          | 0 1 0 01110 010 Rm 110001 Rn Rd
fmlalb       | Vd.8H, Vn.16B, Vm3.B[H:i3]                     | 0 0 0 01111 11 i3 Rm3 0000 H 0 Rn Rd
fmlalt       | Vd.8H, Vn.16B, Vm3.B[H:i3]                     | 0 1 0 01111 11 i3 Rm3 0000 H 0 Rn Rd
fmlallbb     | Vd.4S, Vn.16B, Vm3.B[H:i3]                     | 0 0 1 01111 00 i3 Rm3 1000 H 0 Rn Rd
fmlallbt     | Vd.4S, Vn.16B, Vm3.B[H:i3]                     | 0 0 1 01111 01 i3 Rm3 1000 H 0 Rn Rd
fmlalltb     | Vd.4S, Vn.16B, Vm3.B[H:i3]                     | 0 1 1 01111 00 i3 Rm3 1000 H 0 Rn Rd
fmlalltt     | Vd.4S, Vn.16B, Vm3.B[H:i3]                     | 0 1 1 01111 01 i3 Rm3 1000 H 0 Rn Rd
# FEAT_F8F16MM
fmmla        | Vd.8H, Vn.16B, Vm.16B                          | 0 1 1 01110 000 Rm 111011 Rn Rd
# FEAT_F8F32MM
fmmla        | Vd.4S, Vn.16B, Vm.16B                          | 0 1 1 01110 100 Rm 111011 Rn Rd
# FEAT_LUT
luti2        | Vd.16B, {Vn.16B*1}, Vm[i2]                     | 0 1 0 01110 100 Rm 0 i2 1 00 Rn Rd
luti2        | Vd.8H, {Vn.8H*1}, Vm[i3]                       | 0 1 0 01110 110 Rm 0 i3 00 Rn Rd
luti4        | Vd.16B, {Vn.16B*1}, Vm[i1]                     | 0 1 0 01110 010 Rm 0 i1 10 00 Rn Rd
luti4        | Vd.8H, {Vn.8H*2}, Vm[i2]                       | 0 1 0 01110 010 Rm 0 i2 1 00 Rn Rd
`;
