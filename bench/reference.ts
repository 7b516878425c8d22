/**
 * DynASM's C engine as a candidate. Neither it nor a program around it is part of this project: `DYNASM_C` names a program that
 * was built by hand, and `DYNASM_C_ARM64` one with the engine for ARM64, which only encodes and runs anywhere. It puts, links and encodes the same code in the same way:
 *
 *     PROGRAM mix PROGRAMS OPERATIONS RUNS
 *     PROGRAM brainfuck FILE RUNS
 *     PROGRAM arm64 PROGRAMS OPERATIONS RUNS
 *
 * For each line on its standard input it does so RUNS times, and answers with one line: the median time in nanoseconds a put (or
 * Brainfuck command). It is started once. If it were started anew in each round, every page that this process writes after the fork would
 * fault, and the C program would measure its first, cold run each time.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Candidate } from './measurement.ts';

/** The C engine, if there is one. The caller of `measure` starts it before its own candidates warm up. */
export function reference(args: readonly string[]): Candidate[] {
  const program = process.env[args[0] === 'arm64' ? 'DYNASM_C_ARM64' : 'DYNASM_C'];
  if (!program) return [];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const run = async (): Promise<number> => {
    child.stdin.write('\n');
    const answer = await answers.next();
    if (answer.done) throw new Error(`${program} ended without an answer`);
    return Number.parseFloat(answer.value);
  };
  return [{ name: 'C engine', run, end: () => child.stdin.end() }];
}
