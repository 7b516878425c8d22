/** The language server, as the extension starts it: a process of its own. */
import { join } from 'node:path';
import { serve } from '../../../src/lsp/server.ts';

void serve(join(import.meta.dirname, 'checkproject.cjs'));
