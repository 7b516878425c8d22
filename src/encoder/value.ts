/**
 * The arguments of a put. A value that has no number carries the reason, so that the put can report it with
 * the source line of the statement.
 */

/** An argument of a put: an integer. An `InvalidValue` makes the put fail. */
export type Value = number | bigint | InvalidValue;

/** What `State.address`, `address32` and `low` return for a value of which they can make nothing. */
export class InvalidValue {
  /** Why, for the message of the error. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Is it an integer at all? */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}
