/** What reads arguments: commander, whose errors become those of the command line. */
import { Command } from 'commander';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

/** A command whose mistakes in the arguments are a {@link UsageError}; so are those of its subcommands. */
export function argumentParser(name?: string): Command {
  return new Command(name).configureOutput({
    writeOut: writeStandardOutput,
    outputError: text => {
      throw new UsageError(text.replace(/^error: /, '').trimEnd());
    },
  });
}
