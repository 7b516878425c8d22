/** The numbers that names have in an action list to which a template is added. */

export type NameKind = 'sections' | 'globals' | 'externs';

/** The number in the list of the name with this number in the template's chunks. */
export type NumberOf = (kind: NameKind, number: number) => number;
