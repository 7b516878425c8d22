/**
 * DynASM's C engine as a candidate. Neither it nor a program around it is part of this project: `DYNASM_C` names a program that
 * was built by hand, which puts, links and encodes the same code in the same way, and prints the median time of its runs in
 * nanoseconds a put (or Brainfuck command):
 *
 *     PROGRAM mix PROGRAMS OPERATIONS RUNS
 *     PROGRAM brainfuck FILE RUNS
 */
import { execFileSync } from 'node:child_process';
import type { Candidate } from './measurement.ts';

/** The C engine, if there is one. */
export function reference(args: readonly string[]): Candidate[] {
  const program = process.env['DYNASM_C'];
  if (!program) return [];
  const run = (): number => Number.parseFloat(execFileSync(program, args, { encoding: 'utf8' }));
  return [{ name: 'C engine', run }];
}
