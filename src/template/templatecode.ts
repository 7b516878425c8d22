/** What a template comes to: code that has been put, and is built when somebody asks for it. */
import type { BuildState } from '../exec/buildstate.ts';
import type { CastOptions } from '../exec/cast.ts';
import type { Code } from '../exec/code.ts';
import type { CodeDumpOptions } from '../exec/listedcode.ts';
import type { PrototypeText } from '../exec/prototype/prototypetext.ts';
import type { BatchOf, FunctionOf } from '../exec/prototype/functiontype.ts';

/** The code of a template. Made by `asm`. */
export class TemplateCode {
  readonly #state: BuildState;
  #code: Code | undefined;

  constructor(state: BuildState) {
    this.#state = state;
  }

  /**
   * The code in executable memory. It is built once: later calls, and `cast`, use the same code object.
   * @throws as `build` of a state does
   */
  build(): Code {
    return (this.#code ??= this.#state.build());
  }

  /** Makes a function that calls the code, as `cast` of a code object does. */
  cast<P extends string>(prototype: PrototypeText<P>, options?: CastOptions): FunctionOf<P>;
  cast<P extends string>(
    prototype: PrototypeText<P>,
    label: string | number | undefined,
    options?: CastOptions,
  ): FunctionOf<P>;
  cast<P extends string>(
    prototype: PrototypeText<P>,
    second?: string | number | CastOptions,
    third?: CastOptions,
  ): FunctionOf<P> {
    const code = this.build();
    return typeof second === 'object' ? code.cast(prototype, second) : code.cast(prototype, second, third);
  }

  /** Makes a function that calls the code for each element of arrays, as `map` of a code object does. */
  map<P extends string>(prototype: PrototypeText<P>, label?: string | number): BatchOf<P> {
    return this.build().map(prototype, label);
  }

  /**
   * The machine code for the address 0. Nothing is made executable, so that it can be of any architecture.
   * @throws {EncodeError} as `link` and `encode` do, and UNDEF_L for a global label that is not defined
   */
  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#state.link());
    this.#state.requireGlobals();
    this.#state.encode(bytes, 0n);
    return bytes;
  }

  /** The code as text: see `Code.dump`. */
  dump(options: CodeDumpOptions = {}): string {
    return this.build().dump(options);
  }
}
