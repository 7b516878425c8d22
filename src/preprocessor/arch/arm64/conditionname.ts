/** The names of the conditions by their codes; the first name of a code is the usual one. */
export const CONDITIONS: readonly (readonly string[])[] = [
  ['eq', 'none'],
  ['ne', 'any'],
  ['cs', 'hs', 'nlast'],
  ['cc', 'lo', 'ul', 'last'],
  ['mi', 'first'],
  ['pl', 'nfrst'],
  ['vs'],
  ['vc'],
  ['hi', 'pmore'],
  ['ls', 'plast'],
  ['ge', 'tcont'],
  ['lt', 'tstop'],
  ['gt'],
  ['le'],
  ['al'],
  ['nv'],
];

/** The code of a condition; undefined for another name. */
export function findCondition(name: string): number | undefined {
  const code = CONDITIONS.findIndex(names => names.includes(name));
  return code < 0 ? undefined : code;
}
