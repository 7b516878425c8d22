/** Labels as operands of instructions: takes an operand, writes the action that refers to the label. */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import * as Arm64Place from '../../../../encoder/format/arm64/arm64place.ts';
import { cut, type Slice } from '../../../text/slice.ts';
import type { ArgumentValue } from '../../../item.ts';
import type { LabelSigil } from '../../../observer.ts';
import type { StatementContext } from '../../arch.ts';
import { type Draft, misfit, type Misfit } from './classicdraft.ts';

/** A label that an operand refers to. */
export type LabelReference =
  /** A local or global label. */
  | { readonly kind: 'label'; readonly number: number }
  | { readonly kind: 'extern'; readonly number: number }
  /** `=>expression` */
  | { readonly kind: 'pc'; readonly expression: Slice }
  /** `&expression` */
  | { readonly kind: 'address'; readonly expression: Slice };

/** The label that an operand refers to; undefined for other texts. Numbers a global or extern that is new. */
export function parseReference(
  operand: Slice,
  { labels, labelNamed }: Pick<StatementContext, 'labels' | 'labelNamed'>,
  isDefinition = false,
): LabelReference | undefined {
  const { text } = operand;
  const named = (sigil: LabelSigil, length: number): Slice => {
    const name = cut(operand, length);
    labelNamed?.(sigil, name, isDefinition);
    return name;
  };
  const [first] = text;
  if (first === '&') return { kind: 'address', expression: cut(operand, 1) };
  if (text.startsWith('=>')) return { kind: 'pc', expression: named('=>', 2) };
  if (text.startsWith('->')) return { kind: 'label', number: labels.global(named('->', 2)) };
  if ((first === '<' || first === '>') && /^[<>][1-9]$/.test(text)) {
    named(first, 1);
    return { kind: 'label', number: Number(text[1]) + (first === '<' ? Arm64Action.LOCAL : 0) };
  }
  const extern = text.startsWith('extern') ? /^extern\s+(\S+)$/.exec(text)?.[1] : undefined;
  if (extern === undefined) return undefined;
  return { kind: 'extern', number: labels.extern(named('extern ', text.length - extern.length)) };
}

/** Reads the label that a field of the instruction holds the distance to. */
export function parseLabelInto(draft: Draft, operand: Slice, place: number): Misfit | undefined {
  const reference = parseReference(operand, draft.statement);
  if (reference === undefined) return misfit(`bad label \`${operand.text}'`, operand);
  if (place === Arm64Place.ADRP && reference.kind !== 'address') {
    draft.doubt('DynASM takes the page of the distance for the distance of the pages', operand);
  }
  switch (reference.kind) {
    case 'label':
      draft.act(Arm64Action.word(Arm64Action.REL_LG, place | reference.number), 1);
      break;
    case 'extern':
      draft.act(Arm64Action.word(Arm64Action.REL_EXT, place | reference.number), 1);
      break;
    case 'pc':
      draft.argue(Arm64Action.word(Arm64Action.REL_PC, place), { kind: 'value', ...reference.expression });
      break;
    case 'address': {
      const half = { address: true, data: false, ...reference.expression };
      const low: ArgumentValue = { kind: 'low', ...half };
      draft.argue(Arm64Action.word(Arm64Action.REL_A, place), low, { kind: 'high', ...half });
      break;
    }
  }
  return undefined;
}
