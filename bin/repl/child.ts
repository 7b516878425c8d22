/**
 * The process in which a REPL runs its statements, so that a fault or an endless loop does no harm. It takes
 * requests as messages of its parent, and answers each.
 */
import type { Asm, Code, dasm as Library } from 'dynasm';
import type { Diagnostic } from '../../src/preprocessor/index.ts';
import { isTranslationError } from '../uncaughterror.ts';
import { Frame, OFFSET_OF_COMPONENT } from './replframe.ts';
import type { Image, VectorLayout } from './image.ts';

/** What the parent asks for. */
export type Request =
  /** Sets the registers to those of a process that has ended. */
  | { readonly kind: 'restore'; readonly image: Image }
  /** Runs statements behind definitions, which make no code. */
  | { readonly kind: 'run'; readonly definitions: readonly string[]; readonly text: string };

export type Answer =
  | { readonly kind: 'ready'; readonly image: Image }
  /** The code is about to run. Each line of the listing has an offset, bytes and an instruction. */
  | { readonly kind: 'code'; readonly listing: string; readonly size: number }
  | { readonly kind: 'done'; readonly image: Image }
  /** It was not run, or not to its end: the registers are as before. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The text of a file's name in messages. */
const FILE = '(repl)';

const template = (text: string): TemplateStringsArray => Object.assign([text], { raw: [text] });

function send(answer: Answer): void {
  process.send?.(answer);
}

/** Serves the parent until it goes away. */
export async function serve(): Promise<void> {
  const { dasm, asm } = await import('dynasm');
  const frame = new Frame(dasm, layoutOf(dasm, asm), forbidder(asm));
  function run(definitions: readonly string[], text: string): void {
    const before = frame.image;
    try {
      const Dst = dasm.new();
      Dst.asm(template(frame.enter));
      Dst.asm(template([...definitions, text].join('\n')));
      Dst.asm(template(frame.leave));
      const code = Dst.build();
      const { _enter: enter = 0n, _leave: leave = 0n } = code.globals as Record<string, bigint>;
      send({ kind: 'code', listing: ownLines(code, enter, leave), size: Number(leave - enter) });
      code.cast('void ()')();
      code.free();
      send({ kind: 'done', image: frame.image });
    } catch (error) {
      frame.restore(before, false);
      if (isTranslationError(error)) {
        const lines = definitions.join('\n').split('\n').length - (definitions.length === 0 ? 1 : 0);
        send({ kind: 'refused', diagnostics: error.diagnostics.map(each => placed(each, lines)) });
      } else send({ kind: 'failed', message: describe(error) });
    }
  }
  process.on('message', (request: Request) => {
    if (request.kind === 'restore') {
      frame.restore(request.image, true);
      send({ kind: 'ready', image: frame.image });
    } else run(request.definitions, request.text);
  });
  send({ kind: 'ready', image: frame.image });
  await new Promise(resolve => process.once('disconnect', resolve));
}

/** Makes pages unusable. On Windows it does nothing: a fault ends the process there anyway. */
function forbidder(asm: Asm): (address: bigint, size: number) => void {
  if (process.platform === 'win32') return () => undefined;
  const PROT_NONE = 0;
  const protect = asm.x64(template('jmp extern mprotect')).cast('int (uintptr_t, size_t, int)');
  return (address, size) => void protect(address, size, PROT_NONE);
}

/** Where XSAVE puts the parts of vector registers. Their numbers: Intel's manual, volume 1, 13.1. */
function layoutOf(dasm: typeof Library, asm: Asm): VectorLayout {
  const has = (feature: 'AVX' | 'AVX512F'): boolean => dasm.cpu.has('XSAVE') && dasm.cpu.has(feature);
  const offsetOf = asm.x64(template(OFFSET_OF_COMPONENT)).cast('int (int)');
  const [ymm, masks, zmm, highZmm] = [2, 5, 6, 7].map(component =>
    has(component === 2 ? 'AVX' : 'AVX512F') ? offsetOf(component) : undefined,
  );
  return { ymm, masks, zmm, highZmm };
}

/** The listing of the code between two addresses, which are replaced by offsets from the first. */
function ownLines(code: Code, enter: bigint, leave: bigint): string {
  let listing: string;
  try {
    listing = code.dump();
  } catch (error) {
    // Listings need a package that is not always installed. The message says which.
    return error instanceof Error ? `${error.message}\n` : '';
  }
  const offsetText = (address: bigint): string => (address - enter).toString(16).padStart(4, '0');
  /** `text` with offsets in place of addresses in this code, and without our labels. */
  const offsets = (text: string): string =>
    text.replace(/ +; ->_\w+/, '').replace(/0x([\da-f]+)/g, (shown, digits: string) => {
      const address = BigInt(`0x${digits}`);
      return address >= enter && address <= leave ? `0x${offsetText(address)}` : shown;
    });
  return listing
    .split('\n')
    .flatMap(line => {
      const [, digits = '', rest = ''] = /^([\da-f]+)( .*)$/.exec(line) ?? [];
      const address = digits === '' ? leave : BigInt(`0x${digits}`);
      return address >= enter && address < leave ? [`${offsetText(address)}${offsets(rest)}\n`] : [];
    })
    .join('');
}

/** What has gone wrong, without the place in this file that a template's error names. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^asm`…` at .*?\d+:\d+(?::\d+)*: /, '')
    .replace(/ in a call of "void \(\)"/, '')
    .replace(/; at offset \S+ \(->_\w+(?:\+0x[\da-f]+)?\)/, '');
}

/** A diagnostic of the statements, in front of which are so many lines of definitions. */
function placed(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { line, code } = diagnostic;
  // The note of templates speaks of values in the program.
  const notes = code === 'no-value' ? ["`.define name, 5' gives a name a value"] : diagnostic.notes;
  return { ...diagnostic, notes, file: FILE, ...(line !== undefined && { line: line - lines }) };
}
