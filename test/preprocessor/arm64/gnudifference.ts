/** Statements that we take otherwise than GNU's assembler, with the reason. */
export const DIFFERENCES: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/^sxt[bh] x\d+, x\d+$|^brk$/, "DynASM's spelling"],
  [
    /^(?:cmp|cmn|(?:add|sub)s?) (?:\w+, )*sp, (?:\w+, )?w(?:\d+|zr)(?:, lsl #\d)?$/,
    'a register of 32 bits is not added to one of 64 without a word: GNU takes it for x',
  ],
  [/^(?:ldrs?w?|prfm) [^,]+, [^[]+$/, 'what is loaded is named by a label, not by a distance or a symbol'],
  [/^rcws?(?:clr|set|swp)p\w* .*xzr/, 'the manual has no pair with xzr, and neither has LLVM'],
  [/^sysp (?:[^,]+, ){4}x\w+$/, 'a pair is written with both registers, as LLVM wants it'],
  [/^fmov [sd]\d+, #0\.0$/, 'it is written as a move of the zero register, as LLVM does'],
  [/^ldiapp .*, #0$/, 'the step is the size of what is loaded'],
  [/^mov w\d+, #-\d{10}$/, 'a number below -2³¹ does not fit'],
];
