/**
 * The names that `.arch` takes. They stand apart from the architectures, for code that only checks a name.
 */
export const archNames = ['x64', 'x86', 'arm64'] as const;

export type ArchName = (typeof archNames)[number];
