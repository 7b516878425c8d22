/** BMI1 and BMI2. notation.ts explains the columns. */
export const BMI = `
# BMI1
andn   | r32, r32, r/m32    | VEX.LZ.0F38.W0 F2 /r
andn   | r64, r64, r/m64    | VEX.LZ.0F38.W1 F2 /r       | x64
bextr  | r32, r/m32, r32    | VEX.LZ.0F38.W0 F7 /r
bextr  | r64, r/m64, r64    | VEX.LZ.0F38.W1 F7 /r       | x64
blsi   | r32, r/m32         | VEX.LZ.0F38.W0 F3 /3
blsi   | r64, r/m64         | VEX.LZ.0F38.W1 F3 /3       | x64
blsmsk | r32, r/m32         | VEX.LZ.0F38.W0 F3 /2
blsmsk | r64, r/m64         | VEX.LZ.0F38.W1 F3 /2       | x64
blsr   | r32, r/m32         | VEX.LZ.0F38.W0 F3 /1
blsr   | r64, r/m64         | VEX.LZ.0F38.W1 F3 /1       | x64
# BMI2
bzhi   | r32, r/m32, r32    | VEX.LZ.0F38.W0 F5 /r
bzhi   | r64, r/m64, r64    | VEX.LZ.0F38.W1 F5 /r       | x64
mulx   | r32, r32, r/m32    | VEX.LZ.F2.0F38.W0 F6 /r
mulx   | r64, r64, r/m64    | VEX.LZ.F2.0F38.W1 F6 /r    | x64
pdep   | r32, r32, r/m32    | VEX.LZ.F2.0F38.W0 F5 /r
pdep   | r64, r64, r/m64    | VEX.LZ.F2.0F38.W1 F5 /r    | x64
pext   | r32, r32, r/m32    | VEX.LZ.F3.0F38.W0 F5 /r
pext   | r64, r64, r/m64    | VEX.LZ.F3.0F38.W1 F5 /r    | x64
rorx   | r32, r/m32, imm8sx | VEX.LZ.F2.0F3A.W0 F0 /r ib
rorx   | r64, r/m64, imm8sx | VEX.LZ.F2.0F3A.W1 F0 /r ib | x64
sarx   | r32, r/m32, r32    | VEX.LZ.F3.0F38.W0 F7 /r
sarx   | r64, r/m64, r64    | VEX.LZ.F3.0F38.W1 F7 /r    | x64
shlx   | r32, r/m32, r32    | VEX.LZ.66.0F38.W0 F7 /r
shlx   | r64, r/m64, r64    | VEX.LZ.66.0F38.W1 F7 /r    | x64
shrx   | r32, r/m32, r32    | VEX.LZ.F2.0F38.W0 F7 /r
shrx   | r64, r/m64, r64    | VEX.LZ.F2.0F38.W1 F7 /r    | x64
`;
