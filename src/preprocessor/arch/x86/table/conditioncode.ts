/**
 * The condition codes (volume 1, appendix B): what `<cc>` in a mnemonic stands for, and what `+cc` adds to the opcode.
 * Data only.
 */

/** Names of the conditions 0…15; synonyms separated by `/`. */
// prettier-ignore
export const CONDITIONS: readonly string[] = [
  'o',       'no',
  'b/c/nae', 'nb/nc/ae',
  'e/z',     'ne/nz',
  'be/na',   'nbe/a',
  's',       'ns',
  'p/pe',    'np/po',
  'l/nge',   'nl/ge',
  'le/ng',   'nle/g',
];
