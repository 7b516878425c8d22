/** The instruction table: all families, in the order in which their rows are tried. */
import type { Row } from '../form.ts';
import { BASE } from './base.ts';

/** What each mnemonic can be; rows of one mnemonic may stand in several families. */
export const TABLE: readonly (readonly Row[])[] = [BASE];

export { CONDITIONS } from './condition.ts';
export { DEFECTS } from './defect.ts';
