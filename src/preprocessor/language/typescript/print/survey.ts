/**
 * What has to be known of a unit before it is printed: in flow its items, out flow the puts, the names that generated names must
 * not clash with, what is imported. All of it is found in one pass: items are many.
 */
import type { Item } from '../../../item.ts';
import type { Unit } from '../../outputlanguage.ts';
import { wordsOf } from '../read/expression.ts';
import type { Put } from './put.ts';

export interface Survey {
  readonly puts: readonly Put[];
  /** Words in users' texts; all that may clash contain a `$`, so texts without one are left out. */
  readonly words: ReadonlySet<string>;
  /** Name of the `.actionlist`; empty if there is none. */
  readonly list: string;
  readonly hasCaptures: boolean;
  /** Some argument is the offset of a type's member. */
  readonly hasMembers: boolean;
  /** How long the output is at least, without functions for puts. */
  readonly length: number;
}

class Surveyor {
  readonly #puts: Put[] = [];
  readonly #texts: string[] = [];
  #list = '';
  #hasCaptures = false;
  #hasMembers = false;
  #length: number;

  constructor({ bytes, lines, items }: Unit) {
    // The action list's declaration; in it two digits and `, ` for most bytes, three numbers for a line.
    this.#length = 200 + bytes.length * 4 + lines.triples.length * 4;
    items.forEach(item => this.#item(item));
  }

  get result(): Survey {
    return {
      puts: this.#puts,
      words: wordsOf(this.#texts),
      list: this.#list,
      hasCaptures: this.#hasCaptures,
      hasMembers: this.#hasMembers,
      length: this.#length,
    };
  }

  #item(item: Item): void {
    switch (item.kind) {
      case 'host':
        this.#text(item.text);
        this.#length++;
        break;
      case 'comment':
        this.#length += item.indent.length + item.text.length + 4;
        break;
      case 'put':
        this.#put(item);
        break;
      case 'actions':
        if (this.#list === '') this.#list = item.name;
        this.#text(item.name);
        break;
      case 'globalnames':
      case 'externnames':
        this.#text(item.name);
        break;
      case 'capture':
        this.#hasCaptures = true;
        break;
      default:
        break;
    }
  }

  #put(put: Put): void {
    this.#puts.push(put);
    this.#length += put.indent.length + 'actions.on(Dst).put(0);'.length;
    for (const argument of put.arguments) {
      this.#length += ', '.length;
      this.#text(argument.text);
      if (argument.kind === 'member') {
        this.#hasMembers = true;
        this.#text(argument.type.ctype);
      }
    }
  }

  #text(text: string): void {
    this.#length += text.length;
    if (text.includes('$')) this.#texts.push(text);
  }
}

export function survey(unit: Unit): Survey {
  return new Surveyor(unit).result;
}
