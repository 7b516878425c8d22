/** `dynasm explain`: prints what the code of a diagnostic means, with an example, or the list of codes. */
import { nearest } from '../src/encoder/format/nearestname.ts';
import { ERRORS, explain, NOTES, WARNINGS, type Explanation } from '../src/preprocessor/index.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

/** @throws {UsageError} if there is no such code */
export function explainCode(code: string | undefined): void {
  if (code === undefined) {
    writeStandardOutput(`Errors:\n${list(ERRORS)}\nWarnings:\n${list(WARNINGS)}\nNotes:\n${list(NOTES)}`);
    return;
  }
  const text = explain(code);
  if (text === undefined) {
    const meant = nearest(
      code,
      [ERRORS, WARNINGS, NOTES].flatMap(table => Object.keys(table)),
    );
    const hint = meant === undefined ? "`dynasm explain' lists the codes" : `did you mean \`${meant}'?`;
    throw new UsageError(`no diagnostic has the code \`${code}'; ${hint}`);
  }
  writeStandardOutput(text);
}

/** A line for each code, with the first sentence of its meaning. */
function list(explanations: Readonly<Record<string, Explanation>>): string {
  return Object.entries(explanations)
    .map(([code, { meaning }]) => `  ${code.padEnd(19)}${/^[^]*?(?=[.:;](?: |$)|$)/.exec(meaning)?.[0]}\n`)
    .join('');
}
