/** `dynasm instructions` and `dynasm -A`: print what the assembler knows. */
import { describeArch, findForms, renderForms } from '../src/preprocessor/index.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

/** @throws {UsageError} if no instruction matches */
export function instructions(pattern: string | undefined, arch: string): void {
  const forms = findForms(arch, pattern);
  if (forms.length === 0) throw new UsageError(`no instruction of ${arch} matches \`${pattern}'`);
  writeStandardOutput(renderForms(forms));
}

/** Prints all that the architecture has. */
export function describe(arch: string): void {
  writeStandardOutput(describeArch(arch));
}
