/** Which build of the package this is. */

/** What the build writes in its place. */
declare const BUILD: string | undefined;

/** A name that changes with the compiler's sources; the sources, run as they are, have none. */
export const build: string | undefined = typeof BUILD === 'undefined' ? undefined : BUILD;
