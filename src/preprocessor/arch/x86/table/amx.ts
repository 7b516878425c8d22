/** AMX: tiles. notation.ts explains the columns. */
export const AMX = `
# AMX-BF16
tdpbf16ps    | tmm, tmm, tmm | VEX.128.F3.0F38.W0 5C /r distinct RMV | x64
# AMX-COMPLEX
tcmmimfp16ps | tmm, tmm, tmm | VEX.128.66.0F38.W0 6C /r distinct RMV | x64
tcmmrlfp16ps | tmm, tmm, tmm | VEX.128.0F38.W0 6C /r distinct RMV    | x64
# AMX-FP16
tdpfp16ps    | tmm, tmm, tmm | VEX.128.F2.0F38.W0 5C /r distinct RMV | x64
# AMX-INT8
tdpbssd      | tmm, tmm, tmm | VEX.128.F2.0F38.W0 5E /r distinct RMV | x64
tdpbsud      | tmm, tmm, tmm | VEX.128.F3.0F38.W0 5E /r distinct RMV | x64
tdpbusd      | tmm, tmm, tmm | VEX.128.66.0F38.W0 5E /r distinct RMV | x64
tdpbuud      | tmm, tmm, tmm | VEX.128.0F38.W0 5E /r distinct RMV    | x64
# AMX-TILE
ldtilecfg    | m512          | VEX.128.0F38.W0 49 /0                 | x64
sttilecfg    | m512          | VEX.128.66.0F38.W0 49 /0              | x64
tileloadd    | tmm, m        | VEX.128.F2.0F38.W0 4B /r sib          | x64
tileloaddt1  | tmm, m        | VEX.128.66.0F38.W0 4B /r sib          | x64
tilerelease  |               | VEX.128.0F38.W0 49 C0                 | x64
tilestored   | m, tmm        | VEX.128.F3.0F38.W0 4B /r sib          | x64
tilezero     | tmm           | VEX.128.F2.0F38.W0 49 /r R            | x64
`;
