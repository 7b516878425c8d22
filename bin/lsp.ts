/** `dynasm lsp`: the language server, on standard input and output. A bundle of its own. */
export { serve } from '../src/lsp/server.ts';
