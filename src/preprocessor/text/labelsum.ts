/** Recognizes sums that have labels, `->table + 4`, and cuts them into their terms. */
import { splitSum } from './expressionsplit.ts';
import { cut, trimmed, type Slice } from './slice.ts';

/** What a term begins with that is a label, an extern or an address. */
export const LABEL_TERM = /^(?:->|=>|%%|&(?!&)|[<>][1-9]$|extern[ \t-\r])/;
/** A fast test: false only for texts that are not a sum with a label. */
const MAY_BE_SUM =
  /^(?:->[\w@]+|%%[^-+]+|[<>][1-9]|extern[ \t-\r]+[\w@.$?]+)[ \t-\r]*[-+]|[-+][ \t-\r]*(?:->|=>|%%|&|[<>][1-9]|extern[ \t-\r])/;

/** Whether a text can be a sum that has a label or an address. */
export function mayBeLabelSum(text: string): boolean {
  return !text.startsWith('=>') && !text.startsWith('&') && MAY_BE_SUM.test(text);
}

/** The terms of a sum. What follows `=>` and `&` belongs to that term: `=>n+1` is the pc label n+1. */
export function termSpans(
  slice: Slice,
  code: string,
): readonly { readonly term: Slice; readonly signed: Slice; readonly sign: 1 | -1 }[] {
  const terms: { term: Slice; signed: Slice; sign: 1 | -1 }[] = [];
  for (const { from, to, sign, start } of splitSum(code)) {
    const rest = trimmed(cut(slice, from));
    const takesAll = rest.text.startsWith('=>') || /^&(?!&)/.test(rest.text);
    terms.push({
      term: takesAll ? rest : trimmed(cut(slice, from, to)),
      signed: trimmed(cut(slice, start, takesAll ? slice.text.length : to)),
      sign,
    });
    if (takesAll) break;
  }
  return terms;
}
