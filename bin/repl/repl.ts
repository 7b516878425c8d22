/**
 * `dynasm repl`: reads lines of statements, runs each, and prints its code and what it has changed in the
 * registers.
 */
import { createInterface, type Interface } from 'node:readline';
import { findForms } from '../../src/preprocessor/index.ts';
import { printDiagnostics } from '../diagnosticprinter.ts';
import { writeStandardOutput } from '../stream.ts';
import { isTerminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { describeChanges, GENERAL } from './image.ts';
import { Machine } from './machine.ts';

interface ReplOptions {
  readonly timeout: string;
  /** This is the process that runs the statements. */
  readonly serve?: boolean;
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
  [':help', 'this text'],
  [':registers', 'all registers that are not empty'],
  [':definitions', 'what has been defined'],
  [':reset', 'forget definitions; registers and memory are as after the start'],
  [':quit', 'the end, as Ctrl-D'],
]);

const HELP = `Statements run when the line ends; \`;' stands between them. Registers, flags, memory and definitions (.define,
.macro, .type, .include) stay for the next line; labels do not. rdi points to 64 KB of memory, rsp to a stack of 1 MB.
\`ret' ends a line. Statements may call functions of the C library: \`call extern getpid'.

${[...COMMANDS].map(([name, what]) => `  ${name.padEnd(13)} ${what}\n`).join('')}`;

/** Directives that have an end further on. */
const OPENING = /^\s*\|?\s*\.(?:macro|if|capture)\b/;
const CLOSING = /^\s*\|?\s*\.(?:endmacro|endif|endcapture)\b/;
/** A line that makes no code is kept if it begins like this. */
const DEFINITION = /^\s*\|?\s*\.(?:define|macro|type|include)\b/;

/** @throws {UsageError} where code cannot run */
export async function repl({ timeout, serve = false }: ReplOptions): Promise<void> {
  if (process.arch !== 'x64') {
    throw new UsageError(
      `repl: it runs x64 code, and this process is ${process.arch}; \`dynasm asm' shows code anywhere`,
    );
  }
  if (serve) {
    await (await import('./child.ts')).serve();
    return;
  }
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new UsageError(`--timeout ${timeout}: expected seconds, more than 0`);
  const machine = await Machine.start(seconds);
  try {
    await new Repl(machine).run();
  } finally {
    machine.end();
  }
}

class Repl {
  readonly #machine: Machine;
  readonly #isTerminal = process.stdin.isTTY && isTerminal(1);
  #definitions: string[] = [];
  /** Lines of a macro or condition that has no end yet. */
  #open: string[] = [];

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  async run(): Promise<void> {
    const reader = createInterface({
      input: process.stdin,
      ...(this.#isTerminal ? { output: process.stdout, completer: complete } : {}),
      terminal: this.#isTerminal,
    });
    if (this.#isTerminal) {
      writeStandardOutput('x64 statements run as you type them; :help says more.\n');
      // Ctrl-C gives up the line.
      reader.on('SIGINT', () => {
        this.#open = [];
        writeStandardOutput('\n');
        reader.write(null, { ctrl: true, name: 'u' });
        this.#prompt(reader);
      });
    }
    this.#prompt(reader);
    for await (const line of reader) {
      if (line.trim() === ':quit') break;
      await this.#take(line);
      this.#prompt(reader);
    }
    reader.close();
  }

  #prompt(reader: Interface): void {
    if (!this.#isTerminal) return;
    reader.setPrompt(this.#open.length === 0 ? 'x64> ' : '...  ');
    reader.prompt();
  }

  async #take(line: string): Promise<void> {
    const command = line.trim();
    if (this.#open.length === 0 && command.startsWith(':')) return this.#command(command);
    this.#open.push(line);
    const count = (form: RegExp): number => this.#open.filter(each => form.test(each)).length;
    if (count(OPENING) > count(CLOSING)) return;
    const text = this.#open.join('\n');
    this.#open = [];
    if (text.trim() !== '') await this.#execute(text);
  }

  async #execute(text: string): Promise<void> {
    const outcome = await this.#machine.run(this.#definitions, text, writeStandardOutput);
    switch (outcome.kind) {
      case 'done':
        if (outcome.size === 0 && DEFINITION.test(text)) this.#definitions.push(text);
        writeStandardOutput(describeChanges(outcome.before, outcome.after));
        break;
      case 'refused':
        printDiagnostics('', outcome.diagnostics, 'pretty', 'pretty');
        break;
      default: {
        const rest = outcome.isNewProcess
          ? 'The registers are as before the line; memory and stack are new, with rdi and rsp.'
          : 'The registers are as before the line.';
        writeStandardOutput(`${outcome.message}\n${rest}\n`);
      }
    }
  }

  async #command(command: string): Promise<void> {
    switch (command) {
      case ':help':
        return writeStandardOutput(HELP);
      case ':registers':
        return writeStandardOutput(describeChanges(undefined, this.#machine.image));
      case ':definitions':
        return writeStandardOutput(this.#definitions.map(text => `${text}\n`).join(''));
      case ':reset':
        this.#definitions = [];
        return this.#machine.reset();
      default:
        return writeStandardOutput(
          `there is no command ${command}; the commands are ${[...COMMANDS.keys()].join(', ')}\n`,
        );
    }
  }
}

let mnemonics: readonly string[] | undefined;

/** Completes the last word: a mnemonic at the beginning of a statement, else a register. */
function complete(line: string): [found: string[], word: string] {
  const [, before = '', word = ''] = /^(.*?)([\w:.]*)$/.exec(line) ?? [];
  const isFirst = /(?:^|;)\s*$/.test(before);
  mnemonics ??= [...new Set(findForms('x64').map(({ mnemonic }) => mnemonic)), ...COMMANDS.keys()];
  const names = isFirst ? mnemonics : GENERAL;
  return [names.filter(name => word !== '' && name.startsWith(word)), word];
}
