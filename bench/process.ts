/**
 * Whole processes as candidates of a measurement. Takes a command and its arguments; measures milliseconds. A command that
 * fails ends the measurement.
 */
import { spawnSync } from 'node:child_process';
import { nanoseconds, type Candidate } from './measurement.ts';

export interface Command {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Node with `args`. */
export function node(name: string, ...args: readonly string[]): Command {
  return { name, command: process.execPath, args };
}

/** `command`, run in the folder `cwd`. */
export function processCandidate({ name, command, args, env }: Command, cwd: string): Candidate {
  // Where it names certificates, Node 20 reads them all before it does anything: more than half of the start of an empty program.
  const { NODE_EXTRA_CA_CERTS: _, ...usual } = process.env;
  const options = { cwd, env: { ...usual, ...env }, encoding: 'utf8' } as const;
  return {
    name,
    run: () =>
      nanoseconds(() => {
        const { status, stderr } = spawnSync(command, args, options);
        if (status !== 0) throw new Error(`${name} failed (${status}): ${stderr}`);
      }) / 1e6,
  };
}
