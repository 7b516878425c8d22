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
      diagnostics: diagnostics.map(readableDiagnostic),
    };
  };
}

/** A text with a mark in it, both as people read them. */
function readableMark({ text, column, length }: Mark): Mark {
  const before = text.slice(0, (column ?? 1) - 1);
  const marked = text.slice(before.length, before.length + (length ?? 0));
  return {
    text: fromByteString(text),
    ...(column !== undefined && { column: fromByteString(before).length + 1 }),
    ...(length !== undefined && { length: length - marked.length + fromByteString(marked).length }),
  };
}

type Mark = NonNullable<Diagnostic['expanded']>;

/** `diagnostic`, whose texts are byte strings, for people to read. */
function readableDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { file, message, classic, notes, column, length, lineText, expanded, expansion } = diagnostic;
  const { text, ...mark } = readableMark({
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
    ...(expanded && { expanded: readableMark(expanded) }),
    ...(expansion && {
      expansion: expansion.map(each => ({
        ...each,
        statement: fromByteString(each.statement),
        macro: fromByteString(each.macro),
      })),
    }),
  };
}
