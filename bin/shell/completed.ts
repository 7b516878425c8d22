/** The command line as shells complete it. */

/** What a parameter or operand may be. */
export type Values = 'file' | 'folder' | 'other' | readonly string[];

export interface CompletedOption {
  /** With their dashes. */
  readonly names: readonly string[];
  /** Empty where there is nothing to say. */
  readonly help: string;
  /** What the parameter may be; absent if it takes none. */
  readonly values?: Values;
  /** The parameter may be left out; otherwise it may stand behind a `=`. */
  readonly isOptional?: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly operands: Values;
}

export interface Completions {
  /** Its options may also stand without the name of the command. */
  readonly translate: CompletedCommand;
  /** All of them. */
  readonly commands: readonly CompletedCommand[];
}
