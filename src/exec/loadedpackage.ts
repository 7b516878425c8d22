/**
 * Loads the packages that are not loaded at import, koffi and iced-x86: returns what they export, or throws.
 */
import { createRequire } from 'node:module';

/**
 * The build puts `require` in the place of this name. Bundlers know such a call and take the package with
 * them, or leave it out, as they are told. In an ES module under Node it throws.
 */
declare const REQUIRE: NodeJS.Require;

/** A package, or its binary for this platform, is not installed. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
}

/**
 * Loads a module. `bundled`: requires it by a name that bundlers see.
 * @throws {Error} if neither way finds it
 */
export function load(bundled: () => unknown, name: string): unknown {
  try {
    return bundled();
  } catch (error) {
    // A bundle in CommonJS has no URL.
    const url = import.meta.url as string | undefined;
    if (url === undefined) throw error;
    return createRequire(url)(name);
  }
}

/** @throws {MissingPackageError} koffi is not installed, or has no binary for this processor and system */
export function loadKoffi(): typeof import('koffi') {
  try {
    return load(() => REQUIRE('koffi'), 'koffi') as typeof import('koffi');
  } catch (cause) {
    const binary = `@koromix/koffi-${process.platform}-${process.arch}`;
    const [reason] = String(cause).split('\n');
    throw new MissingPackageError(
      `code runs through the package koffi with its binary, ${binary}, which cannot be loaded here: npm install koffi, ` +
        `on this platform, without --omit=optional (${reason})`,
      { cause },
    );
  }
}

/** @throws {MissingPackageError} */
export function loadDisassembler(): typeof import('iced-x86') {
  try {
    return load(() => REQUIRE('iced-x86'), 'iced-x86') as typeof import('iced-x86');
  } catch (cause) {
    throw new MissingPackageError(
      'a listing needs the package iced-x86, which cannot be loaded here: npm install iced-x86',
      { cause },
    );
  }
}
