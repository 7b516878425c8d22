/** Names that `.arch` takes; apart from the architectures themselves, as whoever only checks a name needs no more. */
export const archNames = ['x64', 'x86'] as const;

export type ArchName = (typeof archNames)[number];
