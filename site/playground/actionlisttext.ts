/**
 * An action list as text: takes the list; returns a line for each source line of it, with the bytes or words
 * that stand for themselves, and the actions by their names with the bytes or words that belong to them.
 */
import { ActionList } from '../../src/encoder/actionlist.ts';
import * as Action from '../../src/encoder/format/actioncode.ts';
import { FIRST_ACTION } from '../../src/encoder/format/action.ts';
import * as Arm64Action from '../../src/encoder/format/arm64/arm64action.ts';
import { EXTENDED } from '../../src/encoder/format/arm64/arm64actionsize.ts';
import * as Arm64ExtendedAction from '../../src/encoder/format/arm64/arm64extendedaction.ts';
import * as ExtendedAction from '../../src/encoder/format/extendedaction.ts';
import { readerOf } from '../../src/encoder/listreader.ts';
import type { LinkedText } from './messages.ts';

type Names = ReadonlyMap<number, string>;

/** Constants of the modules of actions that are no codes of actions. */
const NO_ACTIONS = /^(?:ACTIONS|FIRST_GLOBAL|LOCAL|MAX_.*|.*_MASK|.*_SHIFT|WORD_SIZE|SIGNED)$/;

function namesOf(module: object, first = 0): Names {
  return new Map(
    Object.entries(module).flatMap(([name, code]) =>
      typeof code === 'number' && !NO_ACTIONS.test(name) ? [[first + code, name] as const] : [],
    ),
  );
}

const X86_NAMES: Names = new Map([...namesOf(Action), ...namesOf(ExtendedAction)]);
const ARM64_NAMES: Names = new Map([...namesOf(Arm64Action), ...namesOf(Arm64ExtendedAction, EXTENDED)]);

/** `added`: so many lines stand in front of the user's text. */
export function actionListText(list: ActionList, added: number): LinkedText {
  const { actions, lines, sections, globals, externs, arch, format } = list;
  const starts = [...Array(lines.length / 3).keys()].map(row => lines[3 * row] ?? 0);
  const text = [`; ${arch}, format ${format}, ${actions.byteLength} bytes`];
  const links: number[][] = [[]];
  for (const [title, names] of Object.entries({ sections, globals, externs })) {
    if (names.length === 0) continue;
    text.push(`; ${title}: ${names.join(', ')}`);
    links.push([]);
  }
  const bounds = [...new Set([...(starts[0] === 0 ? [] : [0]), ...starts, actions.length])];
  for (const [index, start] of bounds.slice(0, -1).entries()) {
    const source = list.sourceOf(start);
    const elements = elementsOf(list, start, bounds[index + 1] ?? actions.length);
    text.push(`${start.toString().padStart(5)}  ${elements.join(' ')}`);
    links.push(source === undefined || source.line <= added ? [] : [source.line - added]);
  }
  return { text: text.join('\n'), links };
}

function elementsOf(list: ActionList, start: number, end: number): readonly string[] {
  const { chunks, arch, actions } = list;
  const { lengthAt } = readerOf(list);
  const isWords = arch === 'arm64';
  const names = isWords ? ARM64_NAMES : X86_NAMES;
  const hex = (offset: number): string => (actions[offset] ?? 0).toString(16).padStart(isWords ? 8 : 2, '0');
  const found: string[] = [];
  for (let at = start; at < end;) {
    const code = chunks.actionAt(at) ?? 0;
    const length = Math.max(1, lengthAt(chunks, at));
    const name = isWords || code >= FIRST_ACTION ? names.get(code) : undefined;
    // Words have their parameters in them; of a byte they follow.
    const first = isWords ? at : at + 1;
    const parameters: string[] = [];
    for (let offset = first; offset < at + length; offset++) parameters.push(hex(offset));
    if (name === undefined) found.push(hex(at));
    else found.push(parameters.length === 0 ? name : `${name}(${parameters.join(' ')})`);
    at += length;
  }
  return found;
}
