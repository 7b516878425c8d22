/**
 * What the printer has to know of a unit before it prints the first line. Takes the unit, reads its items
 * once (they are many), and returns the puts, the words that generated names must not clash with, and what
 * has to be imported.
 */
import type { Unit } from '../../outputlanguage.ts';
import { globalConstants } from './declarations.ts';
import type { PutItem } from './put.ts';
import { wordsOf } from './unusedname.ts';

export interface UnitSummary {
  readonly puts: readonly PutItem[];
  /** The words in users' texts. Generated names contain a `$`, so texts without one are left out. */
  readonly words: ReadonlySet<string>;
  /** Name of the `.actionlist`; empty if there is none. */
  readonly list: string;
  readonly hasCaptures: boolean;
  /** Whether some argument is the offset of a type's member. */
  readonly hasMembers: boolean;
  /** How many characters the output has at the least, without functions for chunks. */
  readonly length: number;
}

export function summarise({ element, actions, lines, items, globals }: Unit): UnitSummary {
  const puts: PutItem[] = [];
  const texts: string[] = [];
  let list = '';
  let hasCaptures = false;
  let hasMembers = false;
  // The declaration of the action list: most bytes are two digits and `, `, a line is three numbers.
  let length = 200 + actions.length * (element === 'byte' ? 4 : 12) + lines.triples.length * 4;
  const addText = (text: string): void => {
    length += text.length;
    if (text.includes('$')) texts.push(text);
  };
  for (const item of items) {
    switch (item.kind) {
      case 'host':
        addText(item.text);
        length++;
        break;
      case 'comment':
        length += item.indent.length + item.text.length + 4;
        break;
      case 'put':
        puts.push(item);
        length += item.indent.length + 'actions.on(Dst).put(0);'.length;
        for (const argument of item.arguments) {
          length += ', '.length;
          addText(argument.text);
          if (argument.kind !== 'member') continue;
          hasMembers = true;
          addText(argument.type.ctype);
          addText(argument.added ?? '');
        }
        break;
      case 'actions':
        if (list === '') list = item.name;
        addText(item.name);
        break;
      case 'globalnames':
      case 'externnames':
        addText(item.name);
        break;
      case 'globals':
        globalConstants(item.prefix, globals).forEach(addText);
        break;
      case 'capture':
        hasCaptures = true;
        break;
      default:
        break;
    }
  }
  return { puts, words: wordsOf(texts), list, hasCaptures, hasMembers, length };
}
