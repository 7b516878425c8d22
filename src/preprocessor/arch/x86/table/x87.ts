/** The x87 floating-point instructions. notation.ts explains the columns. */
export const X87 = `
# FPU
fadd     | m32      | D8 /0
fadd     | m64      | DC /0
fadd     | st0, m32 | D8 /0
fadd     | st0, m64 | DC /0
fadd     | sti      | D8 C0+r
fadd     | st0, sti | D8 C0+r
fadd     | sti, st0 | DC C0+r
faddp    | sti      | DE C0+r
faddp    | sti, st0 | DE C0+r
fmul     | m32      | D8 /1
fmul     | m64      | DC /1
fmul     | st0, m32 | D8 /1
fmul     | st0, m64 | DC /1
fmul     | sti      | D8 C8+r
fmul     | st0, sti | D8 C8+r
fmul     | sti, st0 | DC C8+r
fmulp    | sti      | DE C8+r
fmulp    | sti, st0 | DE C8+r
fcom     | m32      | D8 /2
fcom     | m64      | DC /2
fcom     | st0, m32 | D8 /2
fcom     | st0, m64 | DC /2
fcom     | sti      | D8 D0+r
fcom     | st0, sti | D8 D0+r
fcomp    | m32      | D8 /3
fcomp    | m64      | DC /3
fcomp    | st0, m32 | D8 /3
fcomp    | st0, m64 | DC /3
fcomp    | sti      | D8 D8+r
fcomp    | st0, sti | D8 D8+r
fsub     | m32      | D8 /4
fsub     | m64      | DC /4
fsub     | st0, m32 | D8 /4
fsub     | st0, m64 | DC /4
fsub     | sti      | D8 E0+r
fsub     | st0, sti | D8 E0+r
fsub     | sti, st0 | DC E8+r
fsubp    | sti      | DE E8+r
fsubp    | sti, st0 | DE E8+r
fsubr    | m32      | D8 /5
fsubr    | m64      | DC /5
fsubr    | st0, m32 | D8 /5
fsubr    | st0, m64 | DC /5
fsubr    | sti      | D8 E8+r
fsubr    | st0, sti | D8 E8+r
fsubr    | sti, st0 | DC E0+r
fsubrp   | sti      | DE E0+r
fsubrp   | sti, st0 | DE E0+r
fdiv     | m32      | D8 /6
fdiv     | m64      | DC /6
fdiv     | st0, m32 | D8 /6
fdiv     | st0, m64 | DC /6
fdiv     | sti      | D8 F0+r
fdiv     | st0, sti | D8 F0+r
fdiv     | sti, st0 | DC F8+r
fdivp    | sti      | DE F8+r
fdivp    | sti, st0 | DE F8+r
fdivr    | m32      | D8 /7
fdivr    | m64      | DC /7
fdivr    | st0, m32 | D8 /7
fdivr    | st0, m64 | DC /7
fdivr    | sti      | D8 F8+r
fdivr    | st0, sti | D8 F8+r
fdivr    | sti, st0 | DC F0+r
fdivrp   | sti      | DE F0+r
fdivrp   | sti, st0 | DE F0+r

fiadd    | m16      | DE /0
fiadd    | m32      | DA /0
fimul    | m16      | DE /1
fimul    | m32      | DA /1
ficom    | m16      | DE /2
ficom    | m32      | DA /2
ficomp   | m16      | DE /3
ficomp   | m32      | DA /3
fisub    | m16      | DE /4
fisub    | m32      | DA /4
fisubr   | m16      | DE /5
fisubr   | m32      | DA /5
fidiv    | m16      | DE /6
fidiv    | m32      | DA /6
fidivr   | m16      | DE /7
fidivr   | m32      | DA /7

fld      | m32      | D9 /0
fld      | m64      | DD /0
fld      | m80      | DB /5
fld      | sti      | D9 C0+r
fst      | m32      | D9 /2
fst      | m64      | DD /2
fst      | sti      | DD D0+r
fstp     | m32      | D9 /3
fstp     | m64      | DD /3
fstp     | m80      | DB /7
fstp     | sti      | DD D8+r
fpop     |          | DD D8
fild     | m16      | DF /0
fild     | m32      | DB /0
fild     | m64      | DF /5
fist     | m16      | DF /2
fist     | m32      | DB /2
fistp    | m16      | DF /3
fistp    | m32      | DB /3
fistp    | m64      | DF /7
# FPU SSE3
fisttp   | m16      | DF /1
fisttp   | m32      | DB /1
fisttp   | m64      | DD /1
# FPU
fxch     |          | D9 C9
fxch     | sti      | D9 C8+r
fxch     | st0, sti | D9 C8+r
fxch     | sti, st0 | D9 C8+r

# FPU CMOV
fcmovb   | sti      | DA C0+r
fcmovb   | st0, sti | DA C0+r
fcmove   | sti      | DA C8+r
fcmove   | st0, sti | DA C8+r
fcmovbe  | sti      | DA D0+r
fcmovbe  | st0, sti | DA D0+r
fcmovu   | sti      | DA D8+r
fcmovu   | st0, sti | DA D8+r
fcmovnb  | sti      | DB C0+r
fcmovnb  | st0, sti | DB C0+r
fcmovne  | sti      | DB C8+r
fcmovne  | st0, sti | DB C8+r
fcmovnbe | sti      | DB D0+r
fcmovnbe | st0, sti | DB D0+r
fcmovnu  | sti      | DB D8+r
fcmovnu  | st0, sti | DB D8+r
# FPU
fucom    | sti      | DD E0+r
fucom    | st0, sti | DD E0+r
fucomp   | sti      | DD E8+r
fucomp   | st0, sti | DD E8+r
# FPU CMOV
fcomi    | sti      | DB F0+r
fcomi    | st0, sti | DB F0+r
fucomi   | sti      | DB E8+r
fucomi   | st0, sti | DB E8+r
fcomip   | sti      | DF F0+r
fcomip   | st0, sti | DF F0+r
fucomip  | sti      | DF E8+r
fucomip  | st0, sti | DF E8+r

# FPU
fldcw    | m16      | D9 /5
fnstcw   | m16      | D9 /7
fstcw    | m16      | 9B D9 /7
fnstsw   | ax       | DF E0
fnstsw   | m16      | DD /7
fstsw    | ax       | 9B DF E0
fstsw    | m16      | 9B DD /7
fldenv   | m64      | REX.W D9 /4
fldenv   | m        | D9 /4
fnstenv  | m64      | REX.W D9 /6
fnstenv  | m        | D9 /6
fstenv   | m64      | 9B REX.W D9 /6
fstenv   | m        | 9B D9 /6
fnclex   |          | DB E2
fclex    |          | 9B DB E2

fnop     |          | D9 D0
fchs     |          | D9 E0
fabs     |          | D9 E1
ftst     |          | D9 E4
fxam     |          | D9 E5
fld1     |          | D9 E8
fldl2t   |          | D9 E9
fldl2e   |          | D9 EA
fldpi    |          | D9 EB
fldlg2   |          | D9 EC
fldln2   |          | D9 ED
fldz     |          | D9 EE
f2xm1    |          | D9 F0
fyl2x    |          | D9 F1
fptan    |          | D9 F2
fpatan   |          | D9 F3
fxtract  |          | D9 F4
fprem1   |          | D9 F5
fdecstp  |          | D9 F6
fincstp  |          | D9 F7
fprem    |          | D9 F8
fyl2xp1  |          | D9 F9
fsqrt    |          | D9 FA
fsincos  |          | D9 FB
frndint  |          | D9 FC
fscale   |          | D9 FD
fsin     |          | D9 FE
fcos     |          | D9 FF
fucompp  |          | DA E9
fcompp   |          | DE D9
`;
