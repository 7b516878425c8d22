/**
 * What the encoder is measured on, each through generic puts and through the functions that the preprocessor writes: the made-up
 * register machine of mix.dast, the AVX-512 code of vector.dast, and the Brainfuck compiler of the examples with a random program.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadFile, loadString, State, type ActionList } from 'dynasm';
import { BASE } from './engine.ts';

/** One way of putting code of one kind. */
export interface Workload {
  /** Puts, links and encodes one program. */
  readonly run: () => void;
  /** Puts, or commands of Brainfuck, in one run. */
  readonly units: number;
  readonly bytes: number;
}

/** Loads a workload with functions for chunks, or without. */
export type Loader = (specialise: boolean) => Promise<Workload>;

interface Mix {
  readonly actions: ActionList;
  readonly labelsOf: (operations: number) => number;
  readonly compile: (Dst: State, operations: number, seed: number) => number;
}

/** So many programs of so many operations, of mix.dast or vector.dast; one state is used again and again. */
export function mix(programs: number, operations: number, file = 'mix.dast'): Loader {
  return async specialise => {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const { actions, labelsOf, compile } = (await loadFile(path, { specialise })) as unknown as Mix;
    const Dst = new State(actions);
    Dst.growPc(labelsOf(operations));
    const buffer = new Uint8Array(operations * 20 + 4096);
    let [puts, bytes] = [0, 0];
    const run = (): void => {
      [puts, bytes] = [0, 0];
      for (let seed = 1; seed <= programs; seed++) {
        Dst.setup();
        puts += compile(Dst, operations, seed);
        bytes += Dst.link();
        Dst.encode(buffer, BASE);
      }
    };
    run();
    return { run, units: puts, bytes };
  };
}

/** A random program of so many commands whose brackets match. */
export function brainfuck(commands: number): string {
  let seed = 1;
  let text = '';
  for (let depth = 0; text.length + depth < commands;) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    const dice = (seed >>> 16) % 16;
    if (dice < 10) text += '++--><><.,'.charAt(dice);
    else if (dice < 13 || depth === 0) {
      text += '[';
      depth++;
    } else {
      text += ']';
      depth--;
    }
    if (text.length + depth >= commands) text += ']'.repeat(depth);
  }
  return text;
}

/** The compiler of the examples on that program, a new state each time; code is encoded, but not made executable. */
export function brainfuckCompiler(program: string): Loader {
  return async specialise => {
    const path = fileURLToPath(new URL('../examples/brainfuck/compiler.dast', import.meta.url));
    const engine = new URL('engine.ts', import.meta.url).href;
    const source = readFileSync(path, 'utf8').replace(/(?<=^import .*)'dynasm'(?=;$)/m, `'${engine}'`);
    const { compile } = (await loadString(source, { file: path, specialise })) as {
      compile: (text: string) => { code: { size: number } };
    };
    return { run: () => void compile(program), units: program.length, bytes: compile(program).code.size };
  };
}
