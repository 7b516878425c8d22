/**
 * The macros `.prologue` and `.epilogue` of x64, as assembly lines; docs/language.md says what they
 * do. They serve both systems, which differ in registers and in the shadow space. `.c…` are parts of them.
 *
 * With a frame pointer `.epilogue` need not know the size of the frame, and profilers find the callers.
 * A function begins with rsp 8 bytes off a multiple of 16, so it is aligned behind `push rbp`.
 */
export const FRAMES_64 = `\
|.macro .csave, saved
|.if saved == 1
|  push CSAVE1
|.elif saved == 2
|  push CSAVE1; push CSAVE2
|.elif saved == 3
|  push CSAVE1; push CSAVE2; push CSAVE3
|.elif saved == 4
|  push CSAVE1; push CSAVE2; push CSAVE3; push CSAVE4
|.elif saved == 5
|  push CSAVE1; push CSAVE2; push CSAVE3; push CSAVE4; push CSAVE5
|.elif saved ~= 0
|.error a frame saves 0 to 5 registers
|.endif
|.endmacro
|
|.macro .crestore, saved
|.if saved == 0
|  leave
|.elif saved == 1
|  lea rsp, [rbp-8]; pop CSAVE1; pop rbp
|.elif saved == 2
|  lea rsp, [rbp-16]; pop CSAVE2; pop CSAVE1; pop rbp
|.elif saved == 3
|  lea rsp, [rbp-24]; pop CSAVE3; pop CSAVE2; pop CSAVE1; pop rbp
|.elif saved == 4
|  lea rsp, [rbp-32]; pop CSAVE4; pop CSAVE3; pop CSAVE2; pop CSAVE1; pop rbp
|.elif saved == 5
|  lea rsp, [rbp-40]; pop CSAVE5; pop CSAVE4; pop CSAVE3; pop CSAVE2; pop CSAVE1; pop rbp
|.else
|.error a frame saves 0 to 5 registers
|.endif
|.endmacro
|
|.macro .prologue
|.endmacro
|
|.macro .prologue, saved
|  push rbp
|  mov rbp, rsp
|  .csave saved
|.if saved == 1 or saved == 3 or saved == 5
|.if CSHADOW == 32
|  sub rsp, 40
|.else
|  sub rsp, 8
|.endif
|.elif CSHADOW == 32
|  sub rsp, 32
|.endif
|.endmacro
|
|.macro .prologue, saved, bytes
|  push rbp
|  mov rbp, rsp
|  .csave saved
|.if saved == 1 or saved == 3 or saved == 5
|  sub rsp, ((bytes) + CSHADOW + 15 & -16) + 8
|.else
|  sub rsp, ((bytes) + CSHADOW + 15 & -16)
|.endif
|.endmacro
|
|.macro .epilogue
|  ret
|.endmacro
|
|.macro .epilogue, saved
|  .crestore saved
|  ret
|.endmacro
|
|// The stack has the old rsp twice, so that it is 8 bytes above the aligned rsp in either case.
|.macro .calign
|  push rsp
|  push qword [rsp]
|  and rsp, -16
|.if CSHADOW == 32
|  sub rsp, 32
|.endif
|.endmacro
|
|.macro .creturn
|.if CSHADOW == 32
|  mov rsp, [rsp+40]
|.else
|  mov rsp, [rsp+8]
|.endif
|.endmacro
`;
