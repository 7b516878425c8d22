/**
 * The names of the condition codes 0…15, synonyms separated by `/` (Intel's manual, volume 1, appendix B).
 * The name stands for `<cc>` in a mnemonic; the code is what `+cc` adds to the opcode.
 */
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

/** Those of ccmp and ctest: always and never in place of parity. */
export const SOURCE_CONDITIONS: readonly string[] = CONDITIONS.with(10, 't').with(11, 'f');
