/** An instruction that has been matched: all that is needed to encode it. */
import type { Form } from './form.ts';
import type { Operand } from './operand.ts';
import type { Size } from './registers.ts';

export interface Instruction {
  readonly form: Form;
  readonly operands: readonly Operand[];
  /** The size of the `v` and `y` operands; undefined if the form has none. */
  readonly operandSize: Size | undefined;
  /** True if a byte register needs a REX prefix, false if one must not have it. */
  readonly needsRex: boolean | undefined;
  /** What stands in braces in front of the mnemonic, such as `{rex2}`. */
  readonly chooser: string | undefined;
  /** The flags of `{dfv=…}`, as the bits of vvvv in which they stand. */
  readonly flags: number;
}
