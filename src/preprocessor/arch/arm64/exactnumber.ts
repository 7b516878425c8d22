/** A number of a statement, exact where it is an integer. */
export interface Literal {
  readonly number: number;
  /** Undefined for a fraction. */
  readonly integer: bigint | undefined;
}

/** The literal of an integer. */
export function integerLiteral(integer: bigint): Literal {
  return { number: Number(integer), integer };
}
