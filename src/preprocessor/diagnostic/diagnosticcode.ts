/** The codes of diagnostics: stable names for machines. What each means is in explanationtable.ts. */
import type { ERRORS, NOTES, WARNINGS } from './explanationtable.ts';

export type ErrorCode = keyof typeof ERRORS;
export type WarningCode = keyof typeof WARNINGS;
export type NoteCode = keyof typeof NOTES;
/** The codes of the TypeScript compiler, where it has found the mistake: `TS2345`. */
export type TypeScriptCode = `TS${number}`;
export type DiagnosticCode = ErrorCode | WarningCode | NoteCode | TypeScriptCode;
