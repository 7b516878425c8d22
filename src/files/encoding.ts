/**
 * Byte strings. C and Lua sources are bytes in no certain encoding: in a byte string each byte is a
 * character, and comes out as it went in. Names from outside become byte strings on their way in; what people
 * read becomes text again, if it is UTF-8.
 */
import { isUtf8 } from 'node:buffer';
import type { Diagnostic, translateSource } from '../preprocessor/index.ts';

/** Translates one text, as `translateSource` does. */
export type TranslateText = typeof translateSource;

const NOT_ASCII = /[^\0-\x7f]/;

/** The UTF-8 bytes of `text`. */
function toByteString(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text).toString('latin1') : text;
}

/** The text that `bytes` are in UTF-8; they stay as they are if they are not UTF-8. */
export function fromByteString(bytes: string): string {
  if (!NOT_ASCII.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  return isUtf8(buffer) ? buffer.toString() : bytes;
}

/**
 * `translate` for a text that is a byte string. Options and results are text, except for `code` and
 * `definitions`, which are byte strings.
 */
export function withByteStrings(translate: TranslateText): TranslateText {
  return (bytes, options) => {
    const reader = new DiagnosticReader();
    const { file, defines = {}, readInclude } = options;
    const { dependencies, diagnostics, ...result } = translate(bytes, {
      ...options,
      file: toByteString(file),
      defines: Object.fromEntries(Object.entries(defines).map(([name, text]) => [name, toByteString(text)])),
      readInclude: (name, from) => {
        const found = readInclude?.(fromByteString(name), fromByteString(from));
        return found && { ...found, path: toByteString(found.path) };
      },
    });
    return {
      ...result,
      dependencies: dependencies.map(fromByteString),
      diagnostics: diagnostics.map(diagnostic => reader.read(diagnostic)),
    };
  };
}

type Mark = NonNullable<Diagnostic['expanded']>;

/** Makes diagnostics whose texts are byte strings readable for people. */
class DiagnosticReader {
  /** The last marked text as bytes, and what people read. Many diagnostics may have the same long line. */
  #bytes = '';
  #text = '';
  /** How many characters stand in front of each byte; undefined where each byte is a character. */
  #characters: Uint32Array | undefined;

  read(diagnostic: Diagnostic): Diagnostic {
    const { file, message, classic, notes, column, length, lineText, expanded, expansion } = diagnostic;
    const { text, ...mark } = this.#mark({
      text: lineText ?? '',
      ...(column !== undefined && { column }),
      ...(length !== undefined && { length }),
    });
    return {
      ...diagnostic,
      file: fromByteString(file),
      message: fromByteString(message),
      ...(classic !== undefined && { classic: fromByteString(classic) }),
      notes: notes.map(fromByteString),
      ...(lineText !== undefined && { lineText: text }),
      ...mark,
      ...(expanded && { expanded: this.#mark(expanded) }),
      ...(expansion && {
        expansion: expansion.map(each => ({
          ...each,
          statement: fromByteString(each.statement),
          macro: fromByteString(each.macro),
        })),
      }),
    };
  }

  /** A text with a mark in it, both as people read them. */
  #mark({ text: bytes, column, length }: Mark): Mark {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#text = fromByteString(bytes);
      this.#characters = this.#text === bytes ? undefined : countCharacters(bytes);
    }
    const start = (column ?? 1) - 1;
    const marked = this.#charactersIn(start + (length ?? 0)) - this.#charactersIn(start);
    return {
      text: this.#text,
      ...(column !== undefined && { column: this.#charactersIn(start) + 1 }),
      ...(length !== undefined && { length: marked }),
    };
  }

  /** How many characters the first bytes of the text are. A mark may reach beyond the text. */
  #charactersIn(bytes: number): number {
    const characters = this.#characters;
    if (characters === undefined) return bytes;
    const inside = Math.min(bytes, this.#bytes.length);
    return (characters[inside] ?? 0) + bytes - inside;
  }
}

/** For each index in UTF-8 bytes, how many UTF-16 characters stand in front of it. */
function countCharacters(bytes: string): Uint32Array {
  const counts = new Uint32Array(bytes.length + 1);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes.charCodeAt(index);
    const isContinuation = (byte & 0xc0) === 0x80;
    counts[index + 1] = (counts[index] ?? 0) + (isContinuation ? 0 : byte < 0xf0 ? 1 : 2);
  }
  return counts;
}
