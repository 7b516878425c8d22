/** What the search knows of a page: all of its text; of tables of instructions their names only. */
import type { DefaultTheme } from 'vitepress';

type Render = NonNullable<DefaultTheme.LocalSearchOptions['_render']>;

export const searchedText: Render = (source, env, md) => {
  const path = env.relativePath;
  if (path.startsWith('source/')) return '';
  const tables = path.startsWith('instructions/') && !path.endsWith('index.md');
  const text = tables
    ? source.replaceAll(/^```text\n([^]*?)^```$/gm, (_, table: string) => namesOf(table))
    : source;
  return md.render(text, env);
};

function namesOf(table: string): string {
  return [...new Set(table.split('\n').map(line => line.split(' ', 1)[0]))].join(' ');
}
