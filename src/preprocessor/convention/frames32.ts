/**
 * The macros `.prologue` and `.epilogue` of x86, as assembly lines; docs/language.md says what they
 * do. `.c…` are parts of them.
 *
 * Arguments are found from the frame pointer, so that every function has one. On Linux a function begins with
 * esp 4 bytes off a multiple of 16.
 */
export const FRAMES_32 = `\
|.macro .csave, saved
|.if saved == 0
|  sub esp, 8
|.elif saved == 1
|  push CSAVE1
|  sub esp, 4
|.elif saved == 2
|  push CSAVE1; push CSAVE2
|.elif saved == 3
|  push CSAVE1; push CSAVE2; push CSAVE3
|  sub esp, 12
|.else
|.error a frame saves 0 to 3 registers
|.endif
|.endmacro
|
|.macro .crestore, saved
|.if saved == 0
|  leave
|.elif saved == 1
|  lea esp, [ebp-4]; pop CSAVE1; pop ebp
|.elif saved == 2
|  lea esp, [ebp-8]; pop CSAVE2; pop CSAVE1; pop ebp
|.elif saved == 3
|  lea esp, [ebp-12]; pop CSAVE3; pop CSAVE2; pop CSAVE1; pop ebp
|.else
|.error a frame saves 0 to 3 registers
|.endif
|.endmacro
|
|.macro .prologue
|  push ebp
|  mov ebp, esp
|.endmacro
|
|.macro .prologue, saved
|  .prologue
|  .csave saved
|.endmacro
|
|.macro .prologue, saved, bytes
|  .prologue
|  .csave saved
|  sub esp, ((bytes) + 15 & -16)
|.endmacro
|
|.macro .epilogue
|  leave
|  ret
|.endmacro
|
|.macro .epilogue, saved
|  .crestore saved
|  ret
|.endmacro
|
|// The stack has the old esp four times, so that it is 12 bytes above the aligned esp in each case.
|.macro .calign
|  push esp
|  push dword [esp]
|  push dword [esp]
|  push dword [esp]
|  and esp, -16
|.endmacro
`;
