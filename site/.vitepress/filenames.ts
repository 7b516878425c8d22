/** The name of a file over its block of code: ```` ```ts multiply.dast ````. */
import type { MarkdownRenderer } from 'vitepress';

/** Languages that Shiki has under another name, and those that it does not need. */
function languageOf(language: string, name: string, text: string): string {
  if (name.endsWith('.dast')) return 'dast';
  if (language === 'gdb') return 'text';
  if (language === 'console') return 'terminal';
  return /^(?:ts)?$/.test(language) && /^\s*\|/m.test(text) ? 'dast' : language;
}

export function fileNames(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  if (fence === undefined) throw new Error('no rule for fences');
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token === undefined) throw new RangeError('no token');
    const [, language = '', name = ''] = /^(\w*)(?: ([\w./-]+))?/.exec(token.info) ?? [];
    token.info = languageOf(language, name, token.content) || 'text';
    const block = fence(tokens, index, options, env, self);
    return name === ''
      ? block
      : `<div class="file"><div class="file-name">${md.utils.escapeHtml(name)}</div>${block}</div>`;
  };
}
