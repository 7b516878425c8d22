/** The codes of diagnostics: stable names for machines. What each means is in explanationtable.ts. */
import type { ERRORS, NOTES, WARNINGS } from './explanationtable.ts';

export type ErrorCode = keyof typeof ERRORS;
export type WarningCode = keyof typeof WARNINGS;
export type NoteCode = keyof typeof NOTES;
export type DiagnosticCode = ErrorCode | WarningCode | NoteCode;
