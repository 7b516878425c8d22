/**
 * Finds the registers in an operand that has not been parsed, for `.ccall`: those that are named, and those
 * that a type of `.type` is bound to.
 */
import type { Slice } from '../text/slice.ts';

/** A register that a word of an operand means. */
export interface NamedRegister {
  /** In bits; 0 for registers that are not general-purpose ones. */
  readonly size: number;
  /** From 0 on; undefined for a register that is known at run time only. */
  readonly number: number | undefined;
}

export interface OperandReader {
  registersIn(operand: Slice): readonly NamedRegister[];
  /** The register that an operand is, if it is one. */
  registerOf(operand: Slice): NamedRegister | undefined;
  /** Whether an operand is memory without a size word. */
  isUnsizedMemory(operand: Slice): boolean;
}

/**
 * @param readRegister the register of a name; one without a number is a class, as in `Rq(n)`
 * @param types those of `.type`, by name, with the register that each is bound to
 * @param forWords calls a function for each word of a text that is not part of a literal or of another name
 */
export function operandReader(
  readRegister: (name: string) => NamedRegister | undefined,
  types: ReadonlyMap<string, { readonly register?: string | undefined }>,
  forWords: (text: string, visit: (word: string) => undefined) => void,
): OperandReader {
  return {
    registersIn({ text }) {
      const found: NamedRegister[] = [];
      forWords(text, word => {
        const register = readRegister(types.get(word)?.register ?? word);
        if (register !== undefined) found.push(register);
        return undefined;
      });
      return found;
    },
    registerOf({ text }) {
      const [, name = ''] = /^(\w+)(?:\(.*\))?$/s.exec(text) ?? [];
      const register = readRegister(name);
      // A class without an expression is no register, nor is a register with one.
      return (register?.number === undefined) === text.endsWith(')') ? register : undefined;
    },
    isUnsizedMemory({ text }) {
      const [, name = ''] = /^(\w+)(?:->|\[)/.exec(text) ?? [];
      return text.startsWith('[') || types.has(name) || /^[c-gs]s:/.test(text);
    },
  };
}
