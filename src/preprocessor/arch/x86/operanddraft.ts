/** Makes operands. Takes what the parsers have found; `parseOperand` adds the place in the statement. */
import type { Decorators, Operand, RegisterUse, Value } from './operand.ts';
import type { Size } from './registers.ts';

/** An operand without its place in the statement, which `parseOperand` adds. */
export interface Draft extends Operand {
  text: string;
  start: number;
  end: number;
  position: number;
  modes: number;
  segment: number | undefined;
  size: Size | undefined;
  decorators: Decorators | undefined;
  element: Size | undefined;
}

/** Makes every operand, so that all have the same shape for V8. */
export function draft(
  modes: number,
  size: Size | undefined,
  immediate: Value,
  register?: RegisterUse,
  displacement: Value = 0,
  index?: RegisterUse,
  scale = 0,
): Draft {
  return {
    text: '',
    start: 0,
    end: 0,
    position: 0,
    modes,
    size,
    register,
    index,
    scale,
    segment: undefined,
    decorators: undefined,
    element: undefined,
    displacement,
    immediate,
  };
}
