/** Stands in for src/exec/process.ts in a browser, which runs no machine code. */
export const hostArch = undefined;
