/** Which build of the package this is: `scripts/build.js` puts the name in the place of `BUILD`. */
declare const BUILD: string | undefined;

/** A name that changes with the compiler's sources; undefined if the sources are run as they are. */
export const build: string | undefined = typeof BUILD === 'undefined' ? undefined : BUILD;
