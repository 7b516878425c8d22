/** `dynasm instructions` and `dynasm -A`: print what the assembler knows. */
import { nearest } from '../src/encoder/format/nearestname.ts';
import { describeArch, findForms, renderForms } from '../src/preprocessor/index.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

/** @throws {UsageError} if no instruction matches */
export function instructions(pattern: string | undefined, arch: string): void {
  const forms = findForms(arch, pattern);
  if (forms.length === 0) {
    const names = new Set(findForms(arch).map(({ mnemonic }) => mnemonic));
    const meant = nearest(pattern ?? '', [...names]);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}'?`;
    throw new UsageError(`no instruction of ${arch} matches \`${pattern}'${hint}`);
  }
  writeStandardOutput(renderForms(forms));
}

/** Prints all that the architecture has. */
export function describe(arch: string): void {
  writeStandardOutput(describeArch(arch));
}
