// What the command lines of the examples share.
import { InputError } from './inputerror.ts';

/** Runs `action`; it returns false if the arguments are wrong. Errors that a user can make are messages. */
export function command(usage: string, action: (args: readonly string[]) => boolean): void {
  try {
    if (action(process.argv.slice(2))) return;
    console.error(`usage: ${usage}`);
  } catch (error) {
    const system = error instanceof Error && 'syscall' in error;
    if (!(error instanceof InputError) && !system) throw error;
    console.error(error.message);
  }
  process.exitCode = 1;
}
