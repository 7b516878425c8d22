/** The output languages, and how the names of files tell them. */
import { extname } from 'node:path';
import type { Language } from './preprocessor/index.ts';

export type { Language } from './preprocessor/index.ts';

/** Languages whose files are bytes in no certain encoding. */
export type ByteLanguage = Extract<Language, 'c' | 'lua'>;

export function isByteLanguage(lang: Language): lang is ByteLanguage {
  return lang === 'c' || lang === 'lua';
}

const languages: Readonly<Record<string, Language>> = {
  '.dast': 'ts',
  '.dasc': 'c',
  '.dasl': 'lua',
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
  '.c': 'c',
  '.h': 'c',
  '.lua': 'lua',
};

/**
 * The output language: what the input's ending says, but for `.dast` JavaScript where the output's says so. Where the input's
 * says nothing, the output's counts.
 */
export function chooseLanguage(input: string, output: string | undefined): Language | undefined {
  const own = languages[extname(input).toLowerCase()];
  const wanted = output === undefined ? undefined : languages[extname(output).toLowerCase()];
  return own === undefined || (own === 'ts' && wanted === 'js') ? (wanted ?? own) : own;
}
