/** What calls of machine code give in the playground, which makes code and does not run it. */

/** The program needs a result that there is not. */
export class NotRunError extends Error {
  override readonly name = 'NotRunError';

  constructor() {
    super(
      'the program needs a result of machine code here. The playground makes the code and does not run it: `dynasm run` does',
    );
  }
}

/** Stands for a result. It can be handed on and printed; whoever looks into it ends the program. */
export class NotRun {
  toString(): string {
    return '(not run)';
  }

  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString();
    throw new NotRunError();
  }
}

/** A result whose members are not known, either. */
export function notRun(): unknown {
  return new Proxy(new NotRun(), {
    get(target, name) {
      if (typeof name === 'symbol' || name === 'toString') return Reflect.get(target, name);
      // A promise may be asked whether it is one.
      if (name === 'then') return undefined;
      throw new NotRunError();
    },
  });
}
