/** Cryptography, and loads and stores of vectors by structures. rownotation.ts explains the columns. */
export const STRUCTURE = `
# FEAT_AES
aese      | Vd.16B, Vn.16B                    | 01001110 00 10100 00100 10 Rn Rd
aesd      | Vd.16B, Vn.16B                    | 01001110 00 10100 00101 10 Rn Rd
aesmc     | Vd.16B, Vn.16B                    | 01001110 00 10100 00110 10 Rn Rd
aesimc    | Vd.16B, Vn.16B                    | 01001110 00 10100 00111 10 Rn Rd
# FEAT_SHA1
sha1c     | Qd, Sn, Vm.4S                     | 01011110 000 Rm 0 000 00 Rn Rd
sha1p     | Qd, Sn, Vm.4S                     | 01011110 000 Rm 0 001 00 Rn Rd
sha1m     | Qd, Sn, Vm.4S                     | 01011110 000 Rm 0 010 00 Rn Rd
sha1su0   | Vd.4S, Vn.4S, Vm.4S               | 01011110 000 Rm 0 011 00 Rn Rd
sha1h     | Sd, Sn                            | 01011110 00 10100 00000 10 Rn Rd
sha1su1   | Vd.4S, Vn.4S                      | 01011110 00 10100 00001 10 Rn Rd
# FEAT_SHA256
sha256h   | Qd, Qn, Vm.4S                     | 01011110 000 Rm 0 100 00 Rn Rd
sha256h2  | Qd, Qn, Vm.4S                     | 01011110 000 Rm 0 101 00 Rn Rd
sha256su1 | Vd.4S, Vn.4S, Vm.4S               | 01011110 000 Rm 0 110 00 Rn Rd
sha256su0 | Vd.4S, Vn.4S                      | 01011110 00 10100 00010 10 Rn Rd
# FEAT_SHA512
sha512h   | Qd, Qn, Vm.2D                     | 11001110 011 Rm 1 0 00 00 Rn Rd
sha512h2  | Qd, Qn, Vm.2D                     | 11001110 011 Rm 1 0 00 01 Rn Rd
sha512su1 | Vd.2D, Vn.2D, Vm.2D               | 11001110 011 Rm 1 0 00 10 Rn Rd
sha512su0 | Vd.2D, Vn.2D                      | 11001110 110 00000 1000 00 Rn Rd
# FEAT_SHA3
rax1      | Vd.2D, Vn.2D, Vm.2D               | 11001110 011 Rm 1 0 00 11 Rn Rd
eor3      | Vd.16B, Vn.16B, Vm.16B, Va.16B    | 11001110 000 Rm 0 Ra Rn Rd
bcax      | Vd.16B, Vn.16B, Vm.16B, Va.16B    | 11001110 001 Rm 0 Ra Rn Rd
xar       | Vd.2D, Vn.2D, Vm.2D, #imm6        | 11001110 100 Rm imm6 Rn Rd
# FEAT_SM3
sm3ss1    | Vd.4S, Vn.4S, Vm.4S, Va.4S        | 11001110 010 Rm 0 Ra Rn Rd
sm3tt1a   | Vd.4S, Vn.4S, Vm.S[i2]            | 11001110 010 Rm 10 i2 00 Rn Rd
sm3tt1b   | Vd.4S, Vn.4S, Vm.S[i2]            | 11001110 010 Rm 10 i2 01 Rn Rd
sm3tt2a   | Vd.4S, Vn.4S, Vm.S[i2]            | 11001110 010 Rm 10 i2 10 Rn Rd
sm3tt2b   | Vd.4S, Vn.4S, Vm.S[i2]            | 11001110 010 Rm 10 i2 11 Rn Rd
sm3partw1 | Vd.4S, Vn.4S, Vm.4S               | 11001110 011 Rm 1 1 00 00 Rn Rd
sm3partw2 | Vd.4S, Vn.4S, Vm.4S               | 11001110 011 Rm 1 1 00 01 Rn Rd
# FEAT_SM4
sm4e      | Vd.4S, Vn.4S                      | 11001110 110 00000 1000 01 Rn Rd
sm4ekey   | Vd.4S, Vn.4S, Vm.4S               | 11001110 011 Rm 1 1 00 10 Rn Rd

# BASE
ld1       | {Vt.<T>*1}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 0111 <size> Rn Rt   | T=ALL
ld1       | {Vt.<T>*1}, [Xn|SP], #<b1>        | 0 <Q> 001100 1 1 0 11111 0111 <size> Rn Rt  | T=ALL
ld1       | {Vt.<T>*1}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 0111 <size> Rn Rt     | T=ALL
st1       | {Vt.<T>*1}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 0111 <size> Rn Rt   | T=ALL
st1       | {Vt.<T>*1}, [Xn|SP], #<b1>        | 0 <Q> 001100 1 0 0 11111 0111 <size> Rn Rt  | T=ALL
st1       | {Vt.<T>*1}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 0111 <size> Rn Rt     | T=ALL
ld1       | {Vt.<T>*2}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 1010 <size> Rn Rt   | T=ALL
ld1       | {Vt.<T>*2}, [Xn|SP], #<b2>        | 0 <Q> 001100 1 1 0 11111 1010 <size> Rn Rt  | T=ALL
ld1       | {Vt.<T>*2}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 1010 <size> Rn Rt     | T=ALL
st1       | {Vt.<T>*2}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 1010 <size> Rn Rt   | T=ALL
st1       | {Vt.<T>*2}, [Xn|SP], #<b2>        | 0 <Q> 001100 1 0 0 11111 1010 <size> Rn Rt  | T=ALL
st1       | {Vt.<T>*2}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 1010 <size> Rn Rt     | T=ALL
ld2       | {Vt.<T>*2}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 1000 <size> Rn Rt   | T=BHSD
ld2       | {Vt.<T>*2}, [Xn|SP], #<b2>        | 0 <Q> 001100 1 1 0 11111 1000 <size> Rn Rt  | T=BHSD
ld2       | {Vt.<T>*2}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 1000 <size> Rn Rt     | T=BHSD
st2       | {Vt.<T>*2}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 1000 <size> Rn Rt   | T=BHSD
st2       | {Vt.<T>*2}, [Xn|SP], #<b2>        | 0 <Q> 001100 1 0 0 11111 1000 <size> Rn Rt  | T=BHSD
st2       | {Vt.<T>*2}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 1000 <size> Rn Rt     | T=BHSD
ld1       | {Vt.<T>*3}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 0110 <size> Rn Rt   | T=ALL
ld1       | {Vt.<T>*3}, [Xn|SP], #<b3>        | 0 <Q> 001100 1 1 0 11111 0110 <size> Rn Rt  | T=ALL
ld1       | {Vt.<T>*3}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 0110 <size> Rn Rt     | T=ALL
st1       | {Vt.<T>*3}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 0110 <size> Rn Rt   | T=ALL
st1       | {Vt.<T>*3}, [Xn|SP], #<b3>        | 0 <Q> 001100 1 0 0 11111 0110 <size> Rn Rt  | T=ALL
st1       | {Vt.<T>*3}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 0110 <size> Rn Rt     | T=ALL
ld3       | {Vt.<T>*3}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 0100 <size> Rn Rt   | T=BHSD
ld3       | {Vt.<T>*3}, [Xn|SP], #<b3>        | 0 <Q> 001100 1 1 0 11111 0100 <size> Rn Rt  | T=BHSD
ld3       | {Vt.<T>*3}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 0100 <size> Rn Rt     | T=BHSD
st3       | {Vt.<T>*3}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 0100 <size> Rn Rt   | T=BHSD
st3       | {Vt.<T>*3}, [Xn|SP], #<b3>        | 0 <Q> 001100 1 0 0 11111 0100 <size> Rn Rt  | T=BHSD
st3       | {Vt.<T>*3}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 0100 <size> Rn Rt     | T=BHSD
ld1       | {Vt.<T>*4}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 0010 <size> Rn Rt   | T=ALL
ld1       | {Vt.<T>*4}, [Xn|SP], #<b4>        | 0 <Q> 001100 1 1 0 11111 0010 <size> Rn Rt  | T=ALL
ld1       | {Vt.<T>*4}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 0010 <size> Rn Rt     | T=ALL
st1       | {Vt.<T>*4}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 0010 <size> Rn Rt   | T=ALL
st1       | {Vt.<T>*4}, [Xn|SP], #<b4>        | 0 <Q> 001100 1 0 0 11111 0010 <size> Rn Rt  | T=ALL
st1       | {Vt.<T>*4}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 0010 <size> Rn Rt     | T=ALL
ld4       | {Vt.<T>*4}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 1 000000 0000 <size> Rn Rt   | T=BHSD
ld4       | {Vt.<T>*4}, [Xn|SP], #<b4>        | 0 <Q> 001100 1 1 0 11111 0000 <size> Rn Rt  | T=BHSD
ld4       | {Vt.<T>*4}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 1 0 Rm 0000 <size> Rn Rt     | T=BHSD
st4       | {Vt.<T>*4}, [Xn|SP{, #0}]         | 0 <Q> 001100 0 0 000000 0000 <size> Rn Rt   | T=BHSD
st4       | {Vt.<T>*4}, [Xn|SP], #<b4>        | 0 <Q> 001100 1 0 0 11111 0000 <size> Rn Rt  | T=BHSD
st4       | {Vt.<T>*4}, [Xn|SP], Xm≤30           | 0 <Q> 001100 1 0 0 Rm 0000 <size> Rn Rt     | T=BHSD
ld1       | {Vt.B*1}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 1 0 00000 000 S size Rn Rt
ld1       | {Vt.B*1}[Q:S:size], [Xn|SP], #1   | 0 Q 001101 1 1 0 11111 000 S size Rn Rt
ld1       | {Vt.B*1}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 1 0 Rm 000 S size Rn Rt
ld1       | {Vt.H*1}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 1 0 00000 010 S sz1 0 Rn Rt
ld1       | {Vt.H*1}[Q:S:sz1], [Xn|SP], #2    | 0 Q 001101 1 1 0 11111 010 S sz1 0 Rn Rt
ld1       | {Vt.H*1}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 1 0 Rm 010 S sz1 0 Rn Rt
ld1       | {Vt.S*1}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 1 0 00000 100 S 00 Rn Rt
ld1       | {Vt.S*1}[Q:S], [Xn|SP], #4        | 0 Q 001101 1 1 0 11111 100 S 00 Rn Rt
ld1       | {Vt.S*1}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 1 0 Rm 100 S 00 Rn Rt
ld1       | {Vt.D*1}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 1 0 00000 100 0 01 Rn Rt
ld1       | {Vt.D*1}[Q], [Xn|SP], #8          | 0 Q 001101 1 1 0 11111 100 0 01 Rn Rt
ld1       | {Vt.D*1}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 1 0 Rm 100 0 01 Rn Rt
st1       | {Vt.B*1}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 0 0 00000 000 S size Rn Rt
st1       | {Vt.B*1}[Q:S:size], [Xn|SP], #1   | 0 Q 001101 1 0 0 11111 000 S size Rn Rt
st1       | {Vt.B*1}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 0 0 Rm 000 S size Rn Rt
st1       | {Vt.H*1}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 0 0 00000 010 S sz1 0 Rn Rt
st1       | {Vt.H*1}[Q:S:sz1], [Xn|SP], #2    | 0 Q 001101 1 0 0 11111 010 S sz1 0 Rn Rt
st1       | {Vt.H*1}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 0 0 Rm 010 S sz1 0 Rn Rt
st1       | {Vt.S*1}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 0 0 00000 100 S 00 Rn Rt
st1       | {Vt.S*1}[Q:S], [Xn|SP], #4        | 0 Q 001101 1 0 0 11111 100 S 00 Rn Rt
st1       | {Vt.S*1}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 0 0 Rm 100 S 00 Rn Rt
st1       | {Vt.D*1}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 0 0 00000 100 0 01 Rn Rt
st1       | {Vt.D*1}[Q], [Xn|SP], #8          | 0 Q 001101 1 0 0 11111 100 0 01 Rn Rt
st1       | {Vt.D*1}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 0 0 Rm 100 0 01 Rn Rt
ld1r      | {Vt.<T>*1}, [Xn|SP{, #0}]         | 0 <Q> 001101 0 1 0 00000 110 0 <size> Rn Rt | T=ALL
ld1r      | {Vt.<T>*1}, [Xn|SP], #<e1>        | 0 <Q> 001101 1 1 0 11111 110 0 <size> Rn Rt | T=ALL
ld1r      | {Vt.<T>*1}, [Xn|SP], Xm≤30           | 0 <Q> 001101 1 1 0 Rm 110 0 <size> Rn Rt    | T=ALL
ld2       | {Vt.B*2}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 1 1 00000 000 S size Rn Rt
ld2       | {Vt.B*2}[Q:S:size], [Xn|SP], #2   | 0 Q 001101 1 1 1 11111 000 S size Rn Rt
ld2       | {Vt.B*2}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 1 1 Rm 000 S size Rn Rt
ld2       | {Vt.H*2}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 1 1 00000 010 S sz1 0 Rn Rt
ld2       | {Vt.H*2}[Q:S:sz1], [Xn|SP], #4    | 0 Q 001101 1 1 1 11111 010 S sz1 0 Rn Rt
ld2       | {Vt.H*2}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 1 1 Rm 010 S sz1 0 Rn Rt
ld2       | {Vt.S*2}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 1 1 00000 100 S 00 Rn Rt
ld2       | {Vt.S*2}[Q:S], [Xn|SP], #8        | 0 Q 001101 1 1 1 11111 100 S 00 Rn Rt
ld2       | {Vt.S*2}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 1 1 Rm 100 S 00 Rn Rt
ld2       | {Vt.D*2}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 1 1 00000 100 0 01 Rn Rt
ld2       | {Vt.D*2}[Q], [Xn|SP], #16         | 0 Q 001101 1 1 1 11111 100 0 01 Rn Rt
ld2       | {Vt.D*2}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 1 1 Rm 100 0 01 Rn Rt
st2       | {Vt.B*2}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 0 1 00000 000 S size Rn Rt
st2       | {Vt.B*2}[Q:S:size], [Xn|SP], #2   | 0 Q 001101 1 0 1 11111 000 S size Rn Rt
st2       | {Vt.B*2}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 0 1 Rm 000 S size Rn Rt
st2       | {Vt.H*2}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 0 1 00000 010 S sz1 0 Rn Rt
st2       | {Vt.H*2}[Q:S:sz1], [Xn|SP], #4    | 0 Q 001101 1 0 1 11111 010 S sz1 0 Rn Rt
st2       | {Vt.H*2}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 0 1 Rm 010 S sz1 0 Rn Rt
st2       | {Vt.S*2}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 0 1 00000 100 S 00 Rn Rt
st2       | {Vt.S*2}[Q:S], [Xn|SP], #8        | 0 Q 001101 1 0 1 11111 100 S 00 Rn Rt
st2       | {Vt.S*2}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 0 1 Rm 100 S 00 Rn Rt
st2       | {Vt.D*2}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 0 1 00000 100 0 01 Rn Rt
st2       | {Vt.D*2}[Q], [Xn|SP], #16         | 0 Q 001101 1 0 1 11111 100 0 01 Rn Rt
st2       | {Vt.D*2}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 0 1 Rm 100 0 01 Rn Rt
ld2r      | {Vt.<T>*2}, [Xn|SP{, #0}]         | 0 <Q> 001101 0 1 1 00000 110 0 <size> Rn Rt | T=ALL
ld2r      | {Vt.<T>*2}, [Xn|SP], #<e2>        | 0 <Q> 001101 1 1 1 11111 110 0 <size> Rn Rt | T=ALL
ld2r      | {Vt.<T>*2}, [Xn|SP], Xm≤30           | 0 <Q> 001101 1 1 1 Rm 110 0 <size> Rn Rt    | T=ALL
ld3       | {Vt.B*3}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 1 0 00000 001 S size Rn Rt
ld3       | {Vt.B*3}[Q:S:size], [Xn|SP], #3   | 0 Q 001101 1 1 0 11111 001 S size Rn Rt
ld3       | {Vt.B*3}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 1 0 Rm 001 S size Rn Rt
ld3       | {Vt.H*3}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 1 0 00000 011 S sz1 0 Rn Rt
ld3       | {Vt.H*3}[Q:S:sz1], [Xn|SP], #6    | 0 Q 001101 1 1 0 11111 011 S sz1 0 Rn Rt
ld3       | {Vt.H*3}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 1 0 Rm 011 S sz1 0 Rn Rt
ld3       | {Vt.S*3}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 1 0 00000 101 S 00 Rn Rt
ld3       | {Vt.S*3}[Q:S], [Xn|SP], #12       | 0 Q 001101 1 1 0 11111 101 S 00 Rn Rt
ld3       | {Vt.S*3}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 1 0 Rm 101 S 00 Rn Rt
ld3       | {Vt.D*3}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 1 0 00000 101 0 01 Rn Rt
ld3       | {Vt.D*3}[Q], [Xn|SP], #24         | 0 Q 001101 1 1 0 11111 101 0 01 Rn Rt
ld3       | {Vt.D*3}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 1 0 Rm 101 0 01 Rn Rt
st3       | {Vt.B*3}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 0 0 00000 001 S size Rn Rt
st3       | {Vt.B*3}[Q:S:size], [Xn|SP], #3   | 0 Q 001101 1 0 0 11111 001 S size Rn Rt
st3       | {Vt.B*3}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 0 0 Rm 001 S size Rn Rt
st3       | {Vt.H*3}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 0 0 00000 011 S sz1 0 Rn Rt
st3       | {Vt.H*3}[Q:S:sz1], [Xn|SP], #6    | 0 Q 001101 1 0 0 11111 011 S sz1 0 Rn Rt
st3       | {Vt.H*3}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 0 0 Rm 011 S sz1 0 Rn Rt
st3       | {Vt.S*3}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 0 0 00000 101 S 00 Rn Rt
st3       | {Vt.S*3}[Q:S], [Xn|SP], #12       | 0 Q 001101 1 0 0 11111 101 S 00 Rn Rt
st3       | {Vt.S*3}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 0 0 Rm 101 S 00 Rn Rt
st3       | {Vt.D*3}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 0 0 00000 101 0 01 Rn Rt
st3       | {Vt.D*3}[Q], [Xn|SP], #24         | 0 Q 001101 1 0 0 11111 101 0 01 Rn Rt
st3       | {Vt.D*3}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 0 0 Rm 101 0 01 Rn Rt
ld3r      | {Vt.<T>*3}, [Xn|SP{, #0}]         | 0 <Q> 001101 0 1 0 00000 111 0 <size> Rn Rt | T=ALL
ld3r      | {Vt.<T>*3}, [Xn|SP], #<e3>        | 0 <Q> 001101 1 1 0 11111 111 0 <size> Rn Rt | T=ALL
ld3r      | {Vt.<T>*3}, [Xn|SP], Xm≤30           | 0 <Q> 001101 1 1 0 Rm 111 0 <size> Rn Rt    | T=ALL
ld4       | {Vt.B*4}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 1 1 00000 001 S size Rn Rt
ld4       | {Vt.B*4}[Q:S:size], [Xn|SP], #4   | 0 Q 001101 1 1 1 11111 001 S size Rn Rt
ld4       | {Vt.B*4}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 1 1 Rm 001 S size Rn Rt
ld4       | {Vt.H*4}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 1 1 00000 011 S sz1 0 Rn Rt
ld4       | {Vt.H*4}[Q:S:sz1], [Xn|SP], #8    | 0 Q 001101 1 1 1 11111 011 S sz1 0 Rn Rt
ld4       | {Vt.H*4}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 1 1 Rm 011 S sz1 0 Rn Rt
ld4       | {Vt.S*4}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 1 1 00000 101 S 00 Rn Rt
ld4       | {Vt.S*4}[Q:S], [Xn|SP], #16       | 0 Q 001101 1 1 1 11111 101 S 00 Rn Rt
ld4       | {Vt.S*4}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 1 1 Rm 101 S 00 Rn Rt
ld4       | {Vt.D*4}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 1 1 00000 101 0 01 Rn Rt
ld4       | {Vt.D*4}[Q], [Xn|SP], #32         | 0 Q 001101 1 1 1 11111 101 0 01 Rn Rt
ld4       | {Vt.D*4}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 1 1 Rm 101 0 01 Rn Rt
st4       | {Vt.B*4}[Q:S:size], [Xn|SP{, #0}] | 0 Q 001101 0 0 1 00000 001 S size Rn Rt
st4       | {Vt.B*4}[Q:S:size], [Xn|SP], #4   | 0 Q 001101 1 0 1 11111 001 S size Rn Rt
st4       | {Vt.B*4}[Q:S:size], [Xn|SP], Xm≤30   | 0 Q 001101 1 0 1 Rm 001 S size Rn Rt
st4       | {Vt.H*4}[Q:S:sz1], [Xn|SP{, #0}]  | 0 Q 001101 0 0 1 00000 011 S sz1 0 Rn Rt
st4       | {Vt.H*4}[Q:S:sz1], [Xn|SP], #8    | 0 Q 001101 1 0 1 11111 011 S sz1 0 Rn Rt
st4       | {Vt.H*4}[Q:S:sz1], [Xn|SP], Xm≤30    | 0 Q 001101 1 0 1 Rm 011 S sz1 0 Rn Rt
st4       | {Vt.S*4}[Q:S], [Xn|SP{, #0}]      | 0 Q 001101 0 0 1 00000 101 S 00 Rn Rt
st4       | {Vt.S*4}[Q:S], [Xn|SP], #16       | 0 Q 001101 1 0 1 11111 101 S 00 Rn Rt
st4       | {Vt.S*4}[Q:S], [Xn|SP], Xm≤30        | 0 Q 001101 1 0 1 Rm 101 S 00 Rn Rt
st4       | {Vt.D*4}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 0 1 00000 101 0 01 Rn Rt
st4       | {Vt.D*4}[Q], [Xn|SP], #32         | 0 Q 001101 1 0 1 11111 101 0 01 Rn Rt
st4       | {Vt.D*4}[Q], [Xn|SP], Xm≤30          | 0 Q 001101 1 0 1 Rm 101 0 01 Rn Rt
ld4r      | {Vt.<T>*4}, [Xn|SP{, #0}]         | 0 <Q> 001101 0 1 1 00000 111 0 <size> Rn Rt | T=ALL
ld4r      | {Vt.<T>*4}, [Xn|SP], #<e4>        | 0 <Q> 001101 1 1 1 11111 111 0 <size> Rn Rt | T=ALL
ld4r      | {Vt.<T>*4}, [Xn|SP], Xm≤30           | 0 <Q> 001101 1 1 1 Rm 111 0 <size> Rn Rt    | T=ALL
# FEAT_LRCPC3
ldap1     | {Vt.D*1}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 1 0 00001 100 0 01 Rn Rt
stl1      | {Vt.D*1}[Q], [Xn|SP{, #0}]        | 0 Q 001101 0 0 0 00001 100 0 01 Rn Rt
`;
