/**
 * The worker that runs the user's program, which makes machine code. It tells what it makes at once, so that
 * all is there if the page has to end it.
 */
import { EncodeError } from '../../src/encoder/index.ts';
import { actionListText } from './actionlisttext.ts';
import { bytes } from './bytes.ts';
import { codeText } from './codetext.ts';
import { Package } from './dasm.ts';
import { FILE } from './kind.ts';
import type { Problem, Program, Result } from './messages.ts';
import { NativeTypes } from './nativetypes.ts';
import { NotRunError } from './notrun.ts';
import { showValues } from './showvalue.ts';
import { loadDisassemblerOf } from './standins/loadedpackage.ts';

/** So much is shown; programs may make more. */
const MOST_CODES = 100;
const MOST_LINES = 500;

// The listing shows data by means of it.
Object.assign(globalThis, { Buffer: bytes });

addEventListener('message', ({ data }: MessageEvent<{ program: Program; system: string }>) => {
  void run(data.program, data.system);
});

function tell(result: Result): void {
  postMessage(result);
}

async function run(program: Program, system: string): Promise<void> {
  try {
    await loadDisassemblerOf(program.arch);
  } catch {
    tell({
      kind: 'problem',
      problem: { severity: 'error', message: 'the disassembler cannot be loaded', line: 0 },
    });
    tell({ kind: 'end' });
    return;
  }
  tell({ kind: 'start' });
  let [codes, lines, calls] = [0, 0, 0];
  const pointer = program.arch === 'x86' ? 4 : 8;
  const types = new NativeTypes({ pointer, long: system === 'windows' ? 4 : pointer });
  const own = new Package(
    {
      list: list => tell({ kind: 'list', actions: actionListText(list, program.added) }),
      code: code => {
        if (codes++ >= MOST_CODES) return;
        tell({ kind: 'code', listing: codeText(code, program.added), bytes: code.bytes });
      },
      call: () => {
        if (calls++ === 0) tell({ kind: 'call' });
      },
    },
    types,
  );
  const print = (...values: readonly unknown[]): void => {
    if (lines++ >= MOST_LINES) return;
    tell({ kind: 'print', text: showValues(values) });
  };
  try {
    const { default: start } = (await import(/* @vite-ignore */ moduleUrl(program.javascript))) as {
      default: (...args: readonly unknown[]) => Promise<void>;
    };
    const module = { exports: {} };
    const names = ['log', 'info', 'warn', 'error', 'debug'];
    const console = Object.fromEntries(names.map(name => [name, print]));
    await start(requireFrom(own.modules), module.exports, module, console, bytes);
    own.finish();
  } catch (error) {
    tell({ kind: 'problem', problem: problemOf(error, program) });
  }
  if (codes > MOST_CODES) {
    const message = `the program has made ${codes} pieces of code; the first ${MOST_CODES} are listed`;
    tell({ kind: 'problem', problem: { severity: 'info', message, line: 0 } });
  }
  tell({ kind: 'end' });
}

/** The program as a module whose lines have their numbers. */
function moduleUrl(javascript: string): string {
  const text = `export default async function (require, exports, module, console, Buffer) {${javascript}\n}`;
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** `require` of the program. What there is not is an error when it is used, so that the rest goes on. */
function requireFrom(modules: Package['modules']) {
  return (name: string): unknown => {
    const found = modules[name];
    return new Proxy(
      { ...found, __esModule: true },
      {
        get(target, member) {
          if (typeof member === 'symbol' || Object.hasOwn(target, member)) return Reflect.get(target, member);
          throw new Error(
            found === undefined
              ? `the playground has one file and the package dynasm; there is no '${name}'`
              : `the playground has no '${member}' of '${name}'`,
          );
        },
      },
    );
  };
}

function problemOf(error: unknown, program: Program): Problem {
  if (error instanceof EncodeError) {
    const { source, message } = error;
    const isOurs = source?.file === FILE;
    const text = source === undefined ? message : message.slice(message.indexOf(': ') + 2);
    return { severity: 'error', message: text, line: isOurs ? Math.max(0, source.line - program.added) : 0 };
  }
  const severity = error instanceof NotRunError ? 'info' : 'error';
  const message =
    error instanceof Error
      ? `${severity === 'error' ? `${error.name}: ` : ''}${error.message}`
      : String(error);
  return { severity, message, line: error instanceof Error ? lineOf(error, program) : 0 };
}

/** The line of the program from which an error comes: the first one in its stack. */
function lineOf({ stack = '' }: Error, { added }: Program): number {
  const [, line = '0'] = /\bblob:[^\s)]*?:(\d+):\d+/.exec(stack) ?? [];
  return Math.max(0, Number(line) - added);
}
