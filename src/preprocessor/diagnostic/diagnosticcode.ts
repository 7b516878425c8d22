/** The codes of diagnostics: stable names for machines. What each means is in explanation.ts. */
import type { ERRORS, WARNINGS } from './explanation.ts';

export type ErrorCode = keyof typeof ERRORS;
export type WarningCode = keyof typeof WARNINGS;
export type DiagnosticCode = ErrorCode | WarningCode;
