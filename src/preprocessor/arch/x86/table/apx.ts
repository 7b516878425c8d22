/**
 * APX: encodings with EVEX, for new destinations, {nf}, and r16 … r31 where there is no REX2. What has REX2
 * needs no rows. notation.ts explains the columns.
 */
export const APX = `
# APX_F
add         | r/m8, r8           | EVEX.LLZ.MAP4.ND?.NF 00 /r              | x64
add         | r/mv, rv           | EVEX.LLZ.MAP4.ND?.NF 01 /r              | x64
add         | r8, m8             | EVEX.LLZ.MAP4.ND?.NF 02 /r              | x64
add         | rv, mv             | EVEX.LLZ.MAP4.ND?.NF 03 /r              | x64
add         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND?.NF 80 /0 ib           | x64
add         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND?.NF 83 /0 ib           | x64
add         | r/mv, expr?        | EVEX.LLZ.MAP4.ND?.NF 81 /0 iz|ib        | x64
add         | r/mv, immz?        | EVEX.LLZ.MAP4.ND?.NF 81 /0 iz           | x64
or          | r/m8, r8           | EVEX.LLZ.MAP4.ND?.NF 08 /r              | x64
or          | r/mv, rv           | EVEX.LLZ.MAP4.ND?.NF 09 /r              | x64
or          | r8, m8             | EVEX.LLZ.MAP4.ND?.NF 0A /r              | x64
or          | rv, mv             | EVEX.LLZ.MAP4.ND?.NF 0B /r              | x64
or          | r/m8, imm8?        | EVEX.LLZ.MAP4.ND?.NF 80 /1 ib           | x64
or          | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND?.NF 83 /1 ib           | x64
or          | r/mv, expr?        | EVEX.LLZ.MAP4.ND?.NF 81 /1 iz|ib        | x64
or          | r/mv, immz?        | EVEX.LLZ.MAP4.ND?.NF 81 /1 iz           | x64
adc         | r/m8, r8           | EVEX.LLZ.MAP4.ND? 10 /r                 | x64
adc         | r/mv, rv           | EVEX.LLZ.MAP4.ND? 11 /r                 | x64
adc         | r8, m8             | EVEX.LLZ.MAP4.ND? 12 /r                 | x64
adc         | rv, mv             | EVEX.LLZ.MAP4.ND? 13 /r                 | x64
adc         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND? 80 /2 ib              | x64
adc         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND? 83 /2 ib              | x64
adc         | r/mv, expr?        | EVEX.LLZ.MAP4.ND? 81 /2 iz|ib           | x64
adc         | r/mv, immz?        | EVEX.LLZ.MAP4.ND? 81 /2 iz              | x64
sbb         | r/m8, r8           | EVEX.LLZ.MAP4.ND? 18 /r                 | x64
sbb         | r/mv, rv           | EVEX.LLZ.MAP4.ND? 19 /r                 | x64
sbb         | r8, m8             | EVEX.LLZ.MAP4.ND? 1A /r                 | x64
sbb         | rv, mv             | EVEX.LLZ.MAP4.ND? 1B /r                 | x64
sbb         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND? 80 /3 ib              | x64
sbb         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND? 83 /3 ib              | x64
sbb         | r/mv, expr?        | EVEX.LLZ.MAP4.ND? 81 /3 iz|ib           | x64
sbb         | r/mv, immz?        | EVEX.LLZ.MAP4.ND? 81 /3 iz              | x64
and         | r/m8, r8           | EVEX.LLZ.MAP4.ND?.NF 20 /r              | x64
and         | r/mv, rv           | EVEX.LLZ.MAP4.ND?.NF 21 /r              | x64
and         | r8, m8             | EVEX.LLZ.MAP4.ND?.NF 22 /r              | x64
and         | rv, mv             | EVEX.LLZ.MAP4.ND?.NF 23 /r              | x64
and         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND?.NF 80 /4 ib           | x64
and         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND?.NF 83 /4 ib           | x64
and         | r/mv, expr?        | EVEX.LLZ.MAP4.ND?.NF 81 /4 iz|ib        | x64
and         | r/mv, immz?        | EVEX.LLZ.MAP4.ND?.NF 81 /4 iz           | x64
sub         | r/m8, r8           | EVEX.LLZ.MAP4.ND?.NF 28 /r              | x64
sub         | r/mv, rv           | EVEX.LLZ.MAP4.ND?.NF 29 /r              | x64
sub         | r8, m8             | EVEX.LLZ.MAP4.ND?.NF 2A /r              | x64
sub         | rv, mv             | EVEX.LLZ.MAP4.ND?.NF 2B /r              | x64
sub         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND?.NF 80 /5 ib           | x64
sub         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND?.NF 83 /5 ib           | x64
sub         | r/mv, expr?        | EVEX.LLZ.MAP4.ND?.NF 81 /5 iz|ib        | x64
sub         | r/mv, immz?        | EVEX.LLZ.MAP4.ND?.NF 81 /5 iz           | x64
xor         | r/m8, r8           | EVEX.LLZ.MAP4.ND?.NF 30 /r              | x64
xor         | r/mv, rv           | EVEX.LLZ.MAP4.ND?.NF 31 /r              | x64
xor         | r8, m8             | EVEX.LLZ.MAP4.ND?.NF 32 /r              | x64
xor         | rv, mv             | EVEX.LLZ.MAP4.ND?.NF 33 /r              | x64
xor         | r/m8, imm8?        | EVEX.LLZ.MAP4.ND?.NF 80 /6 ib           | x64
xor         | r/mv, imm8sx?      | EVEX.LLZ.MAP4.ND?.NF 83 /6 ib           | x64
xor         | r/mv, expr?        | EVEX.LLZ.MAP4.ND?.NF 81 /6 iz|ib        | x64
xor         | r/mv, immz?        | EVEX.LLZ.MAP4.ND?.NF 81 /6 iz           | x64
inc         | r/m8               | EVEX.LLZ.MAP4.ND?.NF FE /0              | x64
inc         | r/mv               | EVEX.LLZ.MAP4.ND?.NF FF /0              | x64
dec         | r/m8               | EVEX.LLZ.MAP4.ND?.NF FE /1              | x64
dec         | r/mv               | EVEX.LLZ.MAP4.ND?.NF FF /1              | x64
not         | r/m8               | EVEX.LLZ.MAP4.ND? F6 /2                 | x64
not         | r/mv               | EVEX.LLZ.MAP4.ND? F7 /2                 | x64
neg         | r/m8               | EVEX.LLZ.MAP4.ND?.NF F6 /3              | x64
neg         | r/mv               | EVEX.LLZ.MAP4.ND?.NF F7 /3              | x64
mul         | r/m8               | EVEX.LLZ.MAP4.NF F6 /4                  | x64
mul         | r/mv               | EVEX.LLZ.MAP4.NF F7 /4                  | x64
imul        | r/m8               | EVEX.LLZ.MAP4.NF F6 /5                  | x64
imul        | r/mv               | EVEX.LLZ.MAP4.NF F7 /5                  | x64
div         | r/m8               | EVEX.LLZ.MAP4.NF F6 /6                  | x64
div         | r/mv               | EVEX.LLZ.MAP4.NF F7 /6                  | x64
idiv        | r/m8               | EVEX.LLZ.MAP4.NF F6 /7                  | x64
idiv        | r/mv               | EVEX.LLZ.MAP4.NF F7 /7                  | x64
imul        | rv, r/mv           | EVEX.LLZ.MAP4.ND?.NF AF /r              | x64
imul        | rv*2, imm8sx       | EVEX.LLZ.MAP4.NF 6B /r ib               | x64
imul        | rv*2, expr         | EVEX.LLZ.MAP4.NF 69 /r iz|ib            | x64
imul        | rv*2, immz         | EVEX.LLZ.MAP4.NF 69 /r iz               | x64
imul        | rv, r/mv, imm8sx   | EVEX.LLZ.MAP4.NF 6B /r ib               | x64
imul        | rv, r/mv, expr     | EVEX.LLZ.MAP4.NF 69 /r iz|ib            | x64
imul        | rv, r/mv, immz     | EVEX.LLZ.MAP4.NF 69 /r iz               | x64
imulzu      | r16, r/m16, imm8sx | EVEX.LLZ.66.MAP4.W0.ZU.NF 6B /r ib      | x64
imulzu      | r16, r/m16, imm16  | EVEX.LLZ.66.MAP4.W0.ZU.NF 69 /r iw      | x64
rol         | r/m8, 1            | EVEX.LLZ.MAP4.ND?.NF D0 /0              | x64
rol         | r/mv, 1            | EVEX.LLZ.MAP4.ND?.NF D1 /0              | x64
rol         | r/m8, cl?          | EVEX.LLZ.MAP4.ND?.NF D2 /0              | x64
rol         | r/mv, cl?          | EVEX.LLZ.MAP4.ND?.NF D3 /0              | x64
rol         | r/m8, imm8         | EVEX.LLZ.MAP4.ND?.NF C0 /0 ib           | x64
rol         | r/mv, imm8         | EVEX.LLZ.MAP4.ND?.NF C1 /0 ib           | x64
ror         | r/m8, 1            | EVEX.LLZ.MAP4.ND?.NF D0 /1              | x64
ror         | r/mv, 1            | EVEX.LLZ.MAP4.ND?.NF D1 /1              | x64
ror         | r/m8, cl?          | EVEX.LLZ.MAP4.ND?.NF D2 /1              | x64
ror         | r/mv, cl?          | EVEX.LLZ.MAP4.ND?.NF D3 /1              | x64
ror         | r/m8, imm8         | EVEX.LLZ.MAP4.ND?.NF C0 /1 ib           | x64
ror         | r/mv, imm8         | EVEX.LLZ.MAP4.ND?.NF C1 /1 ib           | x64
rcl         | r/m8, 1            | EVEX.LLZ.MAP4.ND? D0 /2                 | x64
rcl         | r/mv, 1            | EVEX.LLZ.MAP4.ND? D1 /2                 | x64
rcl         | r/m8, cl?          | EVEX.LLZ.MAP4.ND? D2 /2                 | x64
rcl         | r/mv, cl?          | EVEX.LLZ.MAP4.ND? D3 /2                 | x64
rcl         | r/m8, imm8         | EVEX.LLZ.MAP4.ND? C0 /2 ib              | x64
rcl         | r/mv, imm8         | EVEX.LLZ.MAP4.ND? C1 /2 ib              | x64
rcr         | r/m8, 1            | EVEX.LLZ.MAP4.ND? D0 /3                 | x64
rcr         | r/mv, 1            | EVEX.LLZ.MAP4.ND? D1 /3                 | x64
rcr         | r/m8, cl?          | EVEX.LLZ.MAP4.ND? D2 /3                 | x64
rcr         | r/mv, cl?          | EVEX.LLZ.MAP4.ND? D3 /3                 | x64
rcr         | r/m8, imm8         | EVEX.LLZ.MAP4.ND? C0 /3 ib              | x64
rcr         | r/mv, imm8         | EVEX.LLZ.MAP4.ND? C1 /3 ib              | x64
shl/sal     | r/m8, 1            | EVEX.LLZ.MAP4.ND?.NF D0 /4              | x64
shl/sal     | r/mv, 1            | EVEX.LLZ.MAP4.ND?.NF D1 /4              | x64
shl/sal     | r/m8, cl?          | EVEX.LLZ.MAP4.ND?.NF D2 /4              | x64
shl/sal     | r/mv, cl?          | EVEX.LLZ.MAP4.ND?.NF D3 /4              | x64
shl/sal     | r/m8, imm8         | EVEX.LLZ.MAP4.ND?.NF C0 /4 ib           | x64
shl/sal     | r/mv, imm8         | EVEX.LLZ.MAP4.ND?.NF C1 /4 ib           | x64
shr         | r/m8, 1            | EVEX.LLZ.MAP4.ND?.NF D0 /5              | x64
shr         | r/mv, 1            | EVEX.LLZ.MAP4.ND?.NF D1 /5              | x64
shr         | r/m8, cl?          | EVEX.LLZ.MAP4.ND?.NF D2 /5              | x64
shr         | r/mv, cl?          | EVEX.LLZ.MAP4.ND?.NF D3 /5              | x64
shr         | r/m8, imm8         | EVEX.LLZ.MAP4.ND?.NF C0 /5 ib           | x64
shr         | r/mv, imm8         | EVEX.LLZ.MAP4.ND?.NF C1 /5 ib           | x64
sar         | r/m8, 1            | EVEX.LLZ.MAP4.ND?.NF D0 /7              | x64
sar         | r/mv, 1            | EVEX.LLZ.MAP4.ND?.NF D1 /7              | x64
sar         | r/m8, cl?          | EVEX.LLZ.MAP4.ND?.NF D2 /7              | x64
sar         | r/mv, cl?          | EVEX.LLZ.MAP4.ND?.NF D3 /7              | x64
sar         | r/m8, imm8         | EVEX.LLZ.MAP4.ND?.NF C0 /7 ib           | x64
sar         | r/mv, imm8         | EVEX.LLZ.MAP4.ND?.NF C1 /7 ib           | x64
shld        | r/mv, rv, imm8     | EVEX.LLZ.MAP4.ND?.NF 24 /r ib           | x64
shld        | r/mv, rv, cl       | EVEX.LLZ.MAP4.ND?.NF A5 /r              | x64
shrd        | r/mv, rv, imm8     | EVEX.LLZ.MAP4.ND?.NF 2C /r ib           | x64
shrd        | r/mv, rv, cl       | EVEX.LLZ.MAP4.ND?.NF AD /r              | x64

// Conditions
cmov<cc>    | rv, rv, r/mv       | EVEX.LLZ.MAP4.ND 40+cc /r               | x64
cfcmov<cc>  | rv, r/mv           | EVEX.LLZ.MAP4 40+cc /r                  | x64
cfcmov<cc>  | mv, rv             | EVEX.LLZ.MAP4.NF1 40+cc /r              | x64
cfcmov<cc>  | rv, rv, r/mv       | EVEX.LLZ.MAP4.ND.NF1 40+cc /r           | x64
set<cc>     | r/m8               | EVEX.LLZ.F2.MAP4.W0 40+cc /0            | x64
setzu<cc>   | r8                 | EVEX.LLZ.F2.MAP4.W0.ZU 40+cc /0         | x64
ccmp<scc>   | r/m8, r8           | EVEX.LLZ.MAP4.SC 38 /r                  | x64
ccmp<scc>   | r/mv, rv           | EVEX.LLZ.MAP4.SC 39 /r                  | x64
ccmp<scc>   | r8, m8             | EVEX.LLZ.MAP4.SC 3A /r                  | x64
ccmp<scc>   | rv, mv             | EVEX.LLZ.MAP4.SC 3B /r                  | x64
ccmp<scc>   | r/m8, imm8?        | EVEX.LLZ.MAP4.SC 80 /7 ib               | x64
ccmp<scc>   | r/mv, imm8sx?      | EVEX.LLZ.MAP4.SC 83 /7 ib               | x64
ccmp<scc>   | r/mv, expr?        | EVEX.LLZ.MAP4.SC 81 /7 iz|ib            | x64
ccmp<scc>   | r/mv, immz?        | EVEX.LLZ.MAP4.SC 81 /7 iz               | x64
ctest<scc>  | r/m8, r8           | EVEX.LLZ.MAP4.SC 84 /r                  | x64
ctest<scc>  | r/mv, rv           | EVEX.LLZ.MAP4.SC 85 /r                  | x64
ctest<scc>  | r8, m8             | EVEX.LLZ.MAP4.SC 84 /r                  | x64
ctest<scc>  | rv, mv             | EVEX.LLZ.MAP4.SC 85 /r                  | x64
ctest<scc>  | r/m8, imm8         | EVEX.LLZ.MAP4.SC F6 /0 ib               | x64
ctest<scc>  | r/mv, immz         | EVEX.LLZ.MAP4.SC F7 /0 iz               | x64

// The stack, and a jump
push2       | r64, r64           | EVEX.LLZ.MAP4.W0.ND FF /6 nosp          | x64
push2p      | r64, r64           | EVEX.LLZ.MAP4.W1.ND FF /6 nosp          | x64
pop2        | r64, r64           | EVEX.LLZ.MAP4.W0.ND 8F /0 nosp distinct | x64
pop2p       | r64, r64           | EVEX.LLZ.MAP4.W1.ND 8F /0 nosp distinct | x64
pushp       | r64                | REX2 REX.W 50+r                         | x64
popp        | r64                | REX2 REX.W 58+r                         | x64
jmpabs      | imm64              | REX2 A1 io                              | x64

// Instructions of other extensions, which have no REX2, and {nf}
# ADX APX_F
adcx        | ry, r/my           | EVEX.LLZ.66.MAP4.ND? 66 /r              | x64
adox        | ry, r/my           | EVEX.LLZ.F3.MAP4.ND? 66 /r              | x64
# AMX-TILE APX_F
ldtilecfg   | m512               | EVEX.LLZ.0F38.W0 49 /0                  | x64
sttilecfg   | m512               | EVEX.LLZ.66.0F38.W0 49 /0               | x64
tileloadd   | tmm, m             | EVEX.LLZ.F2.0F38.W0 4B /r sib           | x64
tileloaddt1 | tmm, m             | EVEX.LLZ.66.0F38.W0 4B /r sib           | x64
tilestored  | m, tmm             | EVEX.LLZ.F3.0F38.W0 4B /r sib           | x64
# AMX-MOVRS APX_F
tileloaddrs | tmm, m             | EVEX.LLZ.F2.0F38.W0 4A /r sib           | x64
tileloaddrst1 | tmm, m           | EVEX.LLZ.66.0F38.W0 4A /r sib           | x64
# AVX512BW APX_F
kmovd       | k, k/m32           | EVEX.LLZ.66.0F.W1 90 /r                 | x64
kmovd       | m32, k             | EVEX.LLZ.66.0F.W1 91 /r                 | x64
kmovd       | k, r32             | EVEX.LLZ.F2.0F.W0 92 /r                 | x64
kmovd       | r32, k             | EVEX.LLZ.F2.0F.W0 93 /r                 | x64
kmovq       | k, k/m64           | EVEX.LLZ.0F.W1 90 /r                    | x64
kmovq       | m64, k             | EVEX.LLZ.0F.W1 91 /r                    | x64
kmovq       | k, r64             | EVEX.LLZ.F2.0F.W1 92 /r                 | x64
kmovq       | r64, k             | EVEX.LLZ.F2.0F.W1 93 /r                 | x64
# AVX512DQ APX_F
kmovb       | k, k/m8            | EVEX.LLZ.66.0F.W0 90 /r                 | x64
kmovb       | m8, k              | EVEX.LLZ.66.0F.W0 91 /r                 | x64
kmovb       | k, r32             | EVEX.LLZ.66.0F.W0 92 /r                 | x64
kmovb       | r32, k             | EVEX.LLZ.66.0F.W0 93 /r                 | x64
# AVX512F APX_F
kmovw       | k, k/m16           | EVEX.LLZ.0F.W0 90 /r                    | x64
kmovw       | m16, k             | EVEX.LLZ.0F.W0 91 /r                    | x64
kmovw       | k, r32             | EVEX.LLZ.0F.W0 92 /r                    | x64
kmovw       | r32, k             | EVEX.LLZ.0F.W0 93 /r                    | x64
# BMI1 APX_F
andn        | r32, r32, r/m32    | EVEX.LLZ.0F38.W0.NF F2 /r               | x64
andn        | r64, r64, r/m64    | EVEX.LLZ.0F38.W1.NF F2 /r               | x64
bextr       | r32, r/m32, r32    | EVEX.LLZ.0F38.W0.NF F7 /r               | x64
bextr       | r64, r/m64, r64    | EVEX.LLZ.0F38.W1.NF F7 /r               | x64
blsi        | r32, r/m32         | EVEX.LLZ.0F38.W0.NF F3 /3               | x64
blsi        | r64, r/m64         | EVEX.LLZ.0F38.W1.NF F3 /3               | x64
blsmsk      | r32, r/m32         | EVEX.LLZ.0F38.W0.NF F3 /2               | x64
blsmsk      | r64, r/m64         | EVEX.LLZ.0F38.W1.NF F3 /2               | x64
blsr        | r32, r/m32         | EVEX.LLZ.0F38.W0.NF F3 /1               | x64
blsr        | r64, r/m64         | EVEX.LLZ.0F38.W1.NF F3 /1               | x64
tzcnt       | rv, r/mv           | EVEX.LLZ.MAP4.NF F4 /r                  | x64
# BMI2 APX_F
bzhi        | r32, r/m32, r32    | EVEX.LLZ.0F38.W0.NF F5 /r               | x64
bzhi        | r64, r/m64, r64    | EVEX.LLZ.0F38.W1.NF F5 /r               | x64
mulx        | r32, r32, r/m32    | EVEX.LLZ.F2.0F38.W0 F6 /r               | x64
mulx        | r64, r64, r/m64    | EVEX.LLZ.F2.0F38.W1 F6 /r               | x64
pdep        | r32, r32, r/m32    | EVEX.LLZ.F2.0F38.W0 F5 /r               | x64
pdep        | r64, r64, r/m64    | EVEX.LLZ.F2.0F38.W1 F5 /r               | x64
pext        | r32, r32, r/m32    | EVEX.LLZ.F3.0F38.W0 F5 /r               | x64
pext        | r64, r64, r/m64    | EVEX.LLZ.F3.0F38.W1 F5 /r               | x64
rorx        | r32, r/m32, imm8   | EVEX.LLZ.F2.0F3A.W0 F0 /r ib            | x64
rorx        | r64, r/m64, imm8   | EVEX.LLZ.F2.0F3A.W1 F0 /r ib            | x64
sarx        | r32, r/m32, r32    | EVEX.LLZ.F3.0F38.W0 F7 /r               | x64
sarx        | r64, r/m64, r64    | EVEX.LLZ.F3.0F38.W1 F7 /r               | x64
shlx        | r32, r/m32, r32    | EVEX.LLZ.66.0F38.W0 F7 /r               | x64
shlx        | r64, r/m64, r64    | EVEX.LLZ.66.0F38.W1 F7 /r               | x64
shrx        | r32, r/m32, r32    | EVEX.LLZ.F2.0F38.W0 F7 /r               | x64
shrx        | r64, r/m64, r64    | EVEX.LLZ.F2.0F38.W1 F7 /r               | x64
# CET_SS APX_F
wrssd       | m32, r32           | EVEX.LLZ.MAP4.W0 66 /r                  | x64
wrssq       | m64, r64           | EVEX.LLZ.MAP4.W1 66 /r                  | x64
wrussd      | m32, r32           | EVEX.LLZ.66.MAP4.W0 65 /r               | x64
wrussq      | m64, r64           | EVEX.LLZ.66.MAP4.W1 65 /r               | x64
# CMPCCXADD APX_F
cmp<cc>xadd | m32, r32, r32      | EVEX.LLZ.66.0F38.W0 E0+cc /r MRV        | x64
cmp<cc>xadd | m64, r64, r64      | EVEX.LLZ.66.0F38.W1 E0+cc /r MRV        | x64
# ENQCMD APX_F
enqcmd      | r64, m512          | EVEX.LLZ.F2.MAP4.W0 F8 /r asize         | x64
enqcmd      | r32, m512          | EVEX.LLZ.F2.MAP4.W0 F8 /r a32           | x64
enqcmds     | r64, m512          | EVEX.LLZ.F3.MAP4.W0 F8 /r asize         | x64
enqcmds     | r32, m512          | EVEX.LLZ.F3.MAP4.W0 F8 /r a32           | x64
# INVEPT APX_F
invept      | r64, m128          | EVEX.LLZ.F3.MAP4.W0 F0 /r               | x64
# INVPCID APX_F
invpcid     | r64, m128          | EVEX.LLZ.F3.MAP4.W0 F2 /r               | x64
# INVVPID APX_F
invvpid     | r64, m128          | EVEX.LLZ.F3.MAP4.W0 F1 /r               | x64
# LZCNT APX_F
lzcnt       | rv, r/mv           | EVEX.LLZ.MAP4.NF F5 /r                  | x64
# MOVBE APX_F
movbe       | rv, r/mv           | EVEX.LLZ.MAP4 60 /r                     | x64
movbe       | mv, rv             | EVEX.LLZ.MAP4 61 /r                     | x64
# MOVDIR64B APX_F
movdir64b   | r64, m512          | EVEX.LLZ.66.MAP4.W0 F8 /r asize         | x64
movdir64b   | r32, m512          | EVEX.LLZ.66.MAP4.W0 F8 /r a32           | x64
# MOVDIRI APX_F
movdiri     | m32, r32           | EVEX.LLZ.MAP4.W0 F9 /r                  | x64
movdiri     | m64, r64           | EVEX.LLZ.MAP4.W1 F9 /r                  | x64
# MOVRS APX_F
movrs       | r8, m8             | EVEX.LLZ.MAP4.W0 8A /r                  | x64
movrs       | rv, mv             | EVEX.LLZ.MAP4 8B /r                     | x64
# MSR_IMM APX_F
rdmsr       | r64, imm32         | EVEX.LLZ.F2.MAP7.W0 F6 /0 id            | x64
wrmsrns     | imm32, r64         | EVEX.LLZ.F3.MAP7.W0 F6 /0 id            | x64
# POPCNT APX_F
popcnt      | rv, r/mv           | EVEX.LLZ.MAP4.NF 88 /r                  | x64
# RAO-INT APX_F
aadd        | m32, r32           | EVEX.LLZ.MAP4.W0 FC /r                  | x64
aadd        | m64, r64           | EVEX.LLZ.MAP4.W1 FC /r                  | x64
aand        | m32, r32           | EVEX.LLZ.66.MAP4.W0 FC /r               | x64
aand        | m64, r64           | EVEX.LLZ.66.MAP4.W1 FC /r               | x64
aor         | m32, r32           | EVEX.LLZ.F2.MAP4.W0 FC /r               | x64
aor         | m64, r64           | EVEX.LLZ.F2.MAP4.W1 FC /r               | x64
axor        | m32, r32           | EVEX.LLZ.F3.MAP4.W0 FC /r               | x64
axor        | m64, r64           | EVEX.LLZ.F3.MAP4.W1 FC /r               | x64
# SSE4.2 APX_F
crc32       | r32, r/m8          | EVEX.LLZ.MAP4.W0 F0 /r                  | x64
crc32       | r64, r/m8          | EVEX.LLZ.MAP4.W1 F0 /r                  | x64
crc32       | r32, r/m16         | EVEX.LLZ.66.MAP4.W0 F1 /r               | x64
crc32       | ry, r/my           | EVEX.LLZ.MAP4 F1 /r                     | x64
# USER_MSR APX_F
urdmsr      | r64, r64           | EVEX.LLZ.F2.MAP4.W0 F8 /r MR            | x64
urdmsr      | r64, imm32         | EVEX.LLZ.F2.MAP7.W0 F8 /0 id            | x64
uwrmsr      | r64, r64           | EVEX.LLZ.F3.MAP4.W0 F8 /r               | x64
uwrmsr      | imm32, r64         | EVEX.LLZ.F3.MAP7.W0 F8 /0 id            | x64
`;
