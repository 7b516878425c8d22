/**
 * The text of a template: its parts, with a name in place of each value and a bar in front of each line. Says
 * which value a name stands for, and where in the parts a place of the text is.
 */
import { StatementError } from './diagnostic/error.ts';
import { lexicalSpans } from './language/typescript/read/literal.ts';

/** A place in a template: so many characters behind the start of a part. */
export interface TemplatePlace {
  readonly part: number;
  readonly offset: number;
}

/** What a name or number consists of, in front of a value and behind it. */
const NAME_END = /[\w$@.]$|(?:%%|->|\bextern|^|;)\s*$/;
const NAME_START = /^[\w$@]/;

export class TemplateText {
  /** The text to be translated. */
  readonly source: string;
  readonly #parts: readonly string[];
  /** Names are this and the number of a value. */
  readonly #prefix: string;
  readonly #names: RegExp;
  /**
   * For each line, the index of its start in the text without the added bars, and whether a bar was added.
   */
  readonly #lines: { readonly start: number; readonly added: 0 | 1 }[] = [];

  constructor(parts: readonly string[]) {
    this.#parts = parts;
    let prefix = '$';
    while (parts.some(part => part.includes(prefix))) prefix += '$';
    this.#prefix = prefix;
    this.#names = new RegExp(`${prefix.replaceAll('$', '\\$')}(\\d+)`, 'g');
    let start = 0;
    this.source = parts
      .map((part, index) => (index === 0 ? part : `${prefix}${index - 1}${part}`))
      .join('')
      .split('\n')
      .map(line => {
        const added = /^\s*\|/.test(line) ? 0 : 1;
        this.#lines.push({ start, added });
        start += line.length + 1;
        return added === 0 ? line : `|${line}`;
      })
      .join('\n');
  }

  /** The index of the value that a name stands for; undefined for other names. */
  valueIndex(name: string): number | undefined {
    const digits = name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : '';
    return /^\d+$/.test(digits) ? Number(digits) : undefined;
  }

  hasValue(text: string): boolean {
    return text.includes(this.#prefix);
  }

  /** `text` as users read it, with `${…}` in place of the names. */
  withValues(text: string): string {
    return text.replaceAll(this.#names, '${…}');
  }

  /** Where the parts have what stands at a line and column, both from 1, of `source`. */
  placeOf(line: number, column: number): TemplatePlace {
    const { start, added } = this.#lines[line - 1] ?? { start: 0, added: 0 };
    let rest = start + Math.max(0, column - 1 - added);
    for (const [part, text] of this.#parts.entries()) {
      // A place inside of a value's name is that of the value.
      const name = `${this.#prefix}${part}`.length;
      if (rest < text.length + name) return { part, offset: Math.min(rest, text.length) };
      rest -= text.length + name;
    }
    const part = this.#parts.length - 1;
    return { part, offset: this.#parts[part]?.length ?? 0 };
  }

  /**
   * Checks that the values in a line stand where an expression may.
   * @throws {StatementError}
   */
  checkLine(line: string): void {
    if (!line.includes(this.#prefix)) return;
    const bar = line.indexOf('|') + 1;
    const text = line.slice(bar);
    for (const { kind, start, end } of lexicalSpans(text)) {
      if (kind === 'comment' || kind === 'open-comment') continue;
      for (const { 0: name, index } of text.slice(start, end).matchAll(this.#names)) {
        const at = start + index;
        const isInName = NAME_END.test(text.slice(0, at)) || NAME_START.test(text.slice(at + name.length));
        if (kind === 'code' && !isInName) continue;
        throw new StatementError(
          kind === 'code'
            ? 'a value stands for an expression: it cannot be a part of a name or number'
            : 'a value stands for an expression: it cannot be a part of a string',
          { code: 'template', at: { start: bar + at, end: bar + at + name.length } },
        );
      }
    }
  }
}
