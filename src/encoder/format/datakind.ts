/**
 * What the bytes of an action list are: instructions, or data of some kind. A listing shows them as that. The
 * index of a kind in `DATA_KINDS` is its number in the description of a list.
 */
export const DATA_KINDS = [
  /** Instructions. */
  'code',
  'byte',
  'word',
  'dword',
  'qword',
  'float',
  'double',
  /** Text in UTF-8. */
  'text',
  /** Text in UTF-16, little endian. */
  'utf16',
  /** A byte that is repeated: `.space`, and `.align` with a filler. */
  'fill',
] as const;

export type DataKind = (typeof DATA_KINDS)[number];
