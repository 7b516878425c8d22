/** Loads and stores, atomic operations, memory tagging and copying. rownotation.ts explains the columns. */
export const LOAD_STORE = `
# BASE
<unscaled>   | <r>t, [Xn|SP{, #simm9}]                        | <ls> 111 <v> 00 <opc> 0 imm9 00 Rn Rt
<unpriv>     | <r>t, [Xn|SP{, #simm9}]                        | <ls> 111 0 00 <opc> 0 imm9 10 Rn Rt
<ldst>       | <r>t, [Xn|SP{, #imm12*<scale>}]                | <ls> 111 <v> 01 <opc> imm12 Rn Rt
<ldst>       | <r>t, [Xn|SP], #simm9                          | <ls> 111 <v> 00 <opc> 0 imm9 01 Rn Rt
<ldst>       | <r>t, [Xn|SP, #simm9]!                         | <ls> 111 <v> 00 <opc> 0 imm9 11 Rn Rt
<ldst>       | <r>t, [Xn|SP, #simm9]                          | <ls> 111 <v> 00 <opc> 0 imm9 00 Rn Rt
<ldst>       | <r>t, [Xn|SP, lo12*<scale>]                    | <ls> 111 <v> 01 <opc> imm12 Rn Rt
<ldst>       | <r>t, [Xn|SP, Xm]                              | <ls> 111 <v> 00 <opc> 1 Rm 011 0 10 Rn Rt
<ldst>       | <r>t, [Xn|SP, Xm, indexx{ #0|<am>@S}]          | <ls> 111 <v> 00 <opc> 1 Rm option S 10 Rn Rt | ldst=str ldr strh ldrh ldrsh ldrsw
<ldst>       | <r>t, [Xn|SP, Wm, indexw{ #0|<am>@S}]          | <ls> 111 <v> 00 <opc> 1 Rm option S 10 Rn Rt | ldst=str ldr strh ldrh ldrsh ldrsw
<ldst>       | <r>t, [Xn|SP, Xm, sxtx]                        | <ls> 111 <v> 00 <opc> 1 Rm 111 0 10 Rn Rt    | ldst=strb ldrb ldrsb
<ldst>       | <r>t, [Xn|SP, Xm, indexx #0]                   | <ls> 111 <v> 00 <opc> 1 Rm option 1 10 Rn Rt | ldst=strb ldrb ldrsb
<ldst>       | <r>t, [Xn|SP, Wm, indexw]                      | <ls> 111 <v> 00 <opc> 1 Rm option 0 10 Rn Rt | ldst=strb ldrb ldrsb
<ldst>       | <r>t, [Xn|SP, Wm, indexw #0]                   | <ls> 111 <v> 00 <opc> 1 Rm option 1 10 Rn Rt | ldst=strb ldrb ldrsb
<ldst8>      | Bt, [Xn|SP{, #imm12*1}]                        | 00 111 1 01 <opc> imm12 Rn Rt
<ldst8>      | Bt, [Xn|SP], #simm9                            | 00 111 1 00 <opc> 0 imm9 01 Rn Rt
<ldst8>      | Bt, [Xn|SP, #simm9]!                           | 00 111 1 00 <opc> 0 imm9 11 Rn Rt
<ldst8>      | Bt, [Xn|SP, #simm9]                            | 00 111 1 00 <opc> 0 imm9 00 Rn Rt
<ldst8>      | Bt, [Xn|SP, lo12*1]                            | 00 111 1 01 <opc> imm12 Rn Rt
<ldst8>      | Bt, [Xn|SP, Xm]                                | 00 111 1 00 <opc> 1 Rm 011 0 10 Rn Rt
<ldst8>      | Bt, [Xn|SP, Xm, sxtx]                          | 00 111 1 00 <opc> 1 Rm 111 0 10 Rn Rt
<ldst8>      | Bt, [Xn|SP, Xm, indexx #0]                     | 00 111 1 00 <opc> 1 Rm option 1 10 Rn Rt
<ldst8>      | Bt, [Xn|SP, Wm, indexw]                        | 00 111 1 00 <opc> 1 Rm option 0 10 Rn Rt
<ldst8>      | Bt, [Xn|SP, Wm, indexw #0]                     | 00 111 1 00 <opc> 1 Rm option 1 10 Rn Rt
ldr          | Wt, rel19                                      | 00 011 0 00 imm19 Rt
ldr          | Xt, rel19                                      | 01 011 0 00 imm19 Rt
ldr          | St, rel19                                      | 00 011 1 00 imm19 Rt
ldr          | Dt, rel19                                      | 01 011 1 00 imm19 Rt
ldr          | Qt, rel19                                      | 10 011 1 00 imm19 Rt
ldrsw        | Xt, rel19                                      | 10 011 0 00 imm19 Rt
ldr          | Wt, =4                                         | 00 011 0 00 imm19 Rt
ldr          | Xt, =8                                         | 01 011 0 00 imm19 Rt
ldr          | St, =4                                         | 00 011 1 00 imm19 Rt
ldr          | Dt, =8                                         | 01 011 1 00 imm19 Rt
ldrsw        | Xt, =4                                         | 10 011 0 00 imm19 Rt
prfum        | prfop@Rt, [Xn|SP{, #simm9}]                    | 11 111 0 00 10 0 imm9 00 Rn Rt
prfm         | prfop@Rt, [Xn|SP{, #imm12*8}]                  | 11 111 0 01 10 imm12 Rn Rt
prfm         | prfop@Rt, [Xn|SP, #simm9]                      | 11 111 0 00 10 0 imm9 00 Rn Rt
prfm         | prfop@Rt, [Xn|SP, lo12*8]                      | 11 111 0 01 10 imm12 Rn Rt
prfm         | prfop24@Rt, [Xn|SP, Xm]                          | 11 111 0 00 10 1 Rm 011 0 10 Rn Rt
prfm         | prfop24@Rt, [Xn|SP, Xm, indexx{ #0|3@S}]         | 11 111 0 00 10 1 Rm option S 10 Rn Rt
prfm         | prfop24@Rt, [Xn|SP, Wm, indexw{ #0|3@S}]         | 11 111 0 00 10 1 Rm option S 10 Rn Rt
prfm         | prfop@Rt, rel19                                | 11 011 0 00 imm19 Rt

<pair>       | <r>t, <r>t2, [Xn|SP{, #simm7*<scale>}]         | <po> 101 <v> 010 <l> imm7 Rt2 Rn Rt
<pair>       | <r>t, <r>t2, [Xn|SP], #simm7*<scale>           | <po> 101 <v> 001 <l> imm7 Rt2 Rn Rt
<pair>       | <r>t, <r>t2, [Xn|SP, #simm7*<scale>]!          | <po> 101 <v> 011 <l> imm7 Rt2 Rn Rt
<pairnt>     | <r>t, <r>t2, [Xn|SP{, #simm7*<scale>}]         | <po> 101 <v> 000 <l> imm7 Rt2 Rn Rt
ldpsw        | Xt, Xt2, [Xn|SP{, #simm7*4}]                   | 01 101 0 010 1 imm7 Rt2 Rn Rt
ldpsw        | Xt, Xt2, [Xn|SP], #simm7*4                     | 01 101 0 001 1 imm7 Rt2 Rn Rt
ldpsw        | Xt, Xt2, [Xn|SP, #simm7*4]!                    | 01 101 0 011 1 imm7 Rt2 Rn Rt

stxr<xs>     | Ws, <xr>t, [Xn|SP{, #0}]                       | <xz> 001000 000 Rs 0 11111 Rn Rt
stlxr<xs>    | Ws, <xr>t, [Xn|SP{, #0}]                       | <xz> 001000 000 Rs 1 11111 Rn Rt
ldxr<xs>     | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 010 11111 0 11111 Rn Rt
ldaxr<xs>    | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 010 11111 1 11111 Rn Rt
stlr<xs>     | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 100 11111 1 11111 Rn Rt
ldar<xs>     | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 110 11111 1 11111 Rn Rt
stxp         | Ws, <R>t, <R>t2, [Xn|SP{, #0}]                 | 1 <sf> 001000 001 Rs 0 Rt2 Rn Rt
stlxp        | Ws, <R>t, <R>t2, [Xn|SP{, #0}]                 | 1 <sf> 001000 001 Rs 1 Rt2 Rn Rt
ldxp         | <R>t, <R>t2, [Xn|SP{, #0}]                     | 1 <sf> 001000 011 11111 0 Rt2 Rn Rt
ldaxp        | <R>t, <R>t2, [Xn|SP{, #0}]                     | 1 <sf> 001000 011 11111 1 Rt2 Rn Rt
# FEAT_LOR
stllr<xs>    | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 100 11111 0 11111 Rn Rt
ldlar<xs>    | <xr>t, [Xn|SP{, #0}]                           | <xz> 001000 110 11111 0 11111 Rn Rt
# FEAT_LSE
cas<order><xs> | <xr>s, <xr>t, [Xn|SP{, #0}]                    | <xz> 001000 1 <A> 1 Rs <L> 11111 Rn Rt
casp<order>  | <R>s, <R>s+1, <R>t, <R>t+1, [Xn|SP{, #0}]      | 0 <sf> 001000 0 <A> 1 Rs <L> 11111 Rn Rt
st<atomic><release><xs> | <xr>s, [Xn|SP]                                 | <xz> 111000 0 <L> 1 Rs <aop> 00 Rn 11111
ld<atomic><order><xs> | <xr>s, <xr>t, [Xn|SP]                          | <xz> 111000 <A> <L> 1 Rs <aop> 00 Rn Rt
swp<order><xs> | <xr>s, <xr>t, [Xn|SP]                          | <xz> 111000 <A> <L> 1 Rs 1000 00 Rn Rt
# FEAT_LRCPC
ldapr<xs>    | <xr>t, [Xn|SP{, #0}]                           | <xz> 111000 101 11111 1 100 00 Rn Rt
# FEAT_LRCPC2
stlur<xs>    | <xr>t, [Xn|SP{, #simm9}]                       | <xz> 011001 00 0 imm9 00 Rn Rt
ldapur<xs>   | <xr>t, [Xn|SP{, #simm9}]                       | <xz> 011001 01 0 imm9 00 Rn Rt
ldapurs<bh>  | Wt, [Xn|SP{, #simm9}]                          | <bhz> 011001 11 0 imm9 00 Rn Rt
ldapurs<bh>  | Xt, [Xn|SP{, #simm9}]                          | <bhz> 011001 10 0 imm9 00 Rn Rt
ldapursw     | Xt, [Xn|SP{, #simm9}]                          | 10 011001 10 0 imm9 00 Rn Rt
# FEAT_LRCPC3
stlur        | <Z>t, [Xn|SP{, #simm9}]                        | <zs> 011101 <zh> 0 0 imm9 10 Rn Rt
ldapur       | <Z>t, [Xn|SP{, #simm9}]                        | <zs> 011101 <zh> 1 0 imm9 10 Rn Rt
stilp        | <R>t, <R>t2, [Xn|SP]                           | 1 <sf> 011001 00 0 Rt2 0001 10 Rn Rt
ldiapp       | <R>t, <R>t2, [Xn|SP]                           | 1 <sf> 011001 01 0 Rt2 0001 10 Rn Rt
stilp        | Wt, Wt2, [Xn|SP, #-8]!                         | 1 0 011001 00 0 Rt2 0000 10 Rn Rt
stilp        | Xt, Xt2, [Xn|SP, #-16]!                        | 1 1 011001 00 0 Rt2 0000 10 Rn Rt
ldiapp       | Wt, Wt2, [Xn|SP], #8                           | 1 0 011001 01 0 Rt2 0000 10 Rn Rt
ldiapp       | Xt, Xt2, [Xn|SP], #16                          | 1 1 011001 01 0 Rt2 0000 10 Rn Rt
stlr         | Wt, [Xn|SP, #-4]!                              | 10 011001 10 0 00000 0000 10 Rn Rt
stlr         | Xt, [Xn|SP, #-8]!                              | 11 011001 10 0 00000 0000 10 Rn Rt
ldapr        | Wt, [Xn|SP], #4                                | 10 011001 11 0 00000 0000 10 Rn Rt
ldapr        | Xt, [Xn|SP], #8                                | 11 011001 11 0 00000 0000 10 Rn Rt
# FEAT_LSE128
ldclrp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 0001 00 Rn Rt
ldsetp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 0011 00 Rn Rt
swpp<order>  | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 1000 00 Rn Rt

# FEAT_MTE
irg          | Xd|SP, Xn|SP                                   | 1 00 11010110 11111 000100 Rn Rd
irg          | Xd|SP, Xn|SP, Xm                               | 1 00 11010110 Rm 000100 Rn Rd
gmi          | Xd, Xn|SP, Xm                                  | 1 00 11010110 Rm 000101 Rn Rd
addg         | Xd|SP, Xn|SP, #imm6*16, #imm4                  | 1 0 0 100011 0 imm6 00 imm4 Rn Rd
subg         | Xd|SP, Xn|SP, #imm6*16, #imm4                  | 1 1 0 100011 0 imm6 00 imm4 Rn Rd
subp         | Xd, Xn|SP, Xm|SP                               | 1 00 11010110 Rm 000000 Rn Rd
subps        | Xd, Xn|SP, Xm|SP                               | 1 01 11010110 Rm 000000 Rn Rd
cmpp         | Xn|SP, Xm|SP                                   | 1 01 11010110 Rm 000000 Rn 11111
<stg>        | Xt|SP, [Xn|SP{, #simm9*16}]                    | 11011001 <tag> 1 imm9 10 Rn Rt
<stg>        | Xt|SP, [Xn|SP], #simm9*16                      | 11011001 <tag> 1 imm9 01 Rn Rt
<stg>        | Xt|SP, [Xn|SP, #simm9*16]!                     | 11011001 <tag> 1 imm9 11 Rn Rt
ldg          | Xt, [Xn|SP{, #simm9*16}]                       | 11011001 01 1 imm9 00 Rn Rt
stgp         | Xt, Xt2, [Xn|SP{, #simm7*16}]                  | 01 101 0 010 0 imm7 Rt2 Rn Rt
stgp         | Xt, Xt2, [Xn|SP], #simm7*16                    | 01 101 0 001 0 imm7 Rt2 Rn Rt
stgp         | Xt, Xt2, [Xn|SP, #simm7*16]!                   | 01 101 0 011 0 imm7 Rt2 Rn Rt
# FEAT_MTE2
stzgm        | Xt, [Xn|SP]                                    | 11011001 00 1 000000000 00 Rn Rt
stgm         | Xt, [Xn|SP]                                    | 11011001 10 1 000000000 00 Rn Rt
ldgm         | Xt, [Xn|SP]                                    | 11011001 11 1 000000000 00 Rn Rt

# FEAT_MOPS
cpy<cf><stage><wt><nt> | [Xd≤30]!, [Xs≤30]!, Xn≤30!                     | 00 011 <cpy> 01 <st> 0 Rs <o2> <o1> 01 Rn Rd distinct
set<stage><so> | [Xd≤30]!, Xn≤30!, Xs                           | 00 011 0 01 11 0 Rs <st> <sop> 01 Rn Rd distinct
setg<stage><so> | [Xd≤30]!, Xn≤30!, Xs                           | 00 011 1 01 11 0 Rs <st> <sop> 01 Rn Rd distinct
# FEAT_THE
rcwcas<order> | Xs, Xt, [Xn|SP]                                | 00 011001 <A> <L> 1 Rs 0000 10 Rn Rt
rcwscas<order> | Xs, Xt, [Xn|SP]                                | 01 011001 <A> <L> 1 Rs 0000 10 Rn Rt
rcwcasp<order> | Xs, Xs+1, Xt, Xt+1, [Xn|SP]                    | 00 011001 <A> <L> 1 Rs 0000 11 Rn Rt
rcwscasp<order> | Xs, Xs+1, Xt, Xt+1, [Xn|SP]                    | 01 011001 <A> <L> 1 Rs 0000 11 Rn Rt
rcwclr<order> | Xs, Xt, [Xn|SP]                                | 00 111000 <A> <L> 1 Rs 1001 00 Rn Rt
rcwsclr<order> | Xs, Xt, [Xn|SP]                                | 01 111000 <A> <L> 1 Rs 1001 00 Rn Rt
rcwswp<order> | Xs, Xt, [Xn|SP]                                | 00 111000 <A> <L> 1 Rs 1010 00 Rn Rt
rcwsswp<order> | Xs, Xt, [Xn|SP]                                | 01 111000 <A> <L> 1 Rs 1010 00 Rn Rt
rcwset<order> | Xs, Xt, [Xn|SP]                                | 00 111000 <A> <L> 1 Rs 1011 00 Rn Rt
rcwsset<order> | Xs, Xt, [Xn|SP]                                | 01 111000 <A> <L> 1 Rs 1011 00 Rn Rt
rcwclrp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 1001 00 Rn Rt
rcwsclrp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 01 011001 <A> <L> 1 Rt2 1001 00 Rn Rt
rcwswpp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 1010 00 Rn Rt
rcwsswpp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 01 011001 <A> <L> 1 Rt2 1010 00 Rn Rt
rcwsetp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 00 011001 <A> <L> 1 Rt2 1011 00 Rn Rt
rcwssetp<order> | Xt≤30, Xt2≤30, [Xn|SP]                         | 01 011001 <A> <L> 1 Rt2 1011 00 Rn Rt
`;
