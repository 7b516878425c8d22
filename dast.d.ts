/**
 * Lets TypeScript accept imports of `.dast` files without a declaration of their own:
 *
 *     /// <reference types="dynasm/dast" />
 */
declare module '*.dast';
