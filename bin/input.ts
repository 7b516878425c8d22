/**
 * What several commands take from the command line: standard input and defines.
 */
import { readFileSync } from 'node:fs';

/** All of standard input. */
export function readStandardInput(encoding: 'utf8' | 'latin1'): string {
  return readFileSync(0, encoding);
}

/** `NAME=TEXT` and `NAME` (which is `1`) as a table. Throws for what is no name. */
export function parseDefines(defines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    defines.map(define => {
      const [, name, text] = /^([A-Za-z_]\w*)(?:=([^]*))?$/.exec(define) ?? [];
      if (name === undefined) throw new UsageError(`-D ${define}: not a name, or a name=text`);
      return [name, text ?? '1'];
    }),
  );
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {}
