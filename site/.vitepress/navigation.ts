/** The order of the pages: what stands in the sidebar, and in the bar at the top. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Group {
  readonly text: string;
  /** The names of its pages in the sidebar, by their addresses. */
  readonly pages: Readonly<Record<string, string>>;
}

const pages = join(import.meta.dirname, '../pages');

/** A page that is not there yet has no entry. */
function isThere(link: string): boolean {
  return existsSync(join(pages, link.endsWith('/') ? `${link}index.md` : `${link}.md`));
}

export const GROUPS: readonly Group[] = [
  {
    text: 'Tutorial',
    pages: {
      '/tutorial/': 'Ten steps',
      '/tutorial/01-first-function': '1. A first function',
      '/tutorial/02-branches': '2. Labels and branches',
      '/tutorial/03-arguments': '3. Arguments and conventions',
      '/tutorial/04-memory': '4. Memory and types',
      '/tutorial/05-data': '5. Text and data',
      '/tutorial/06-calls': '6. Externs and callbacks',
      '/tutorial/07-macros': '7. Macros',
      '/tutorial/08-expressions': '8. A compiler of expressions',
      '/tutorial/09-brainfuck': '9. A Brainfuck compiler',
      '/tutorial/10-machine': '10. A bytecode machine',
    },
  },
  {
    text: 'Guides',
    pages: {
      '/guides/': 'Overview',
      '/guides/labels': 'Labels and branches',
      '/guides/data': 'Data and jump tables',
      '/guides/sections': 'Sections',
      '/guides/types': 'Types and structures',
      '/guides/macros': 'Macros',
      '/guides/calling-conventions': 'Calling conventions',
      '/guides/calls': 'Calling and being called',
      '/guides/memory': 'Memory and life of code',
      '/guides/simd': 'SIMD: AVX2 and AVX-512',
      '/guides/debugging': 'Debugging',
      '/guides/cross-translation': 'Cross-translation',
      '/guides/migration': 'From DynASM and luapower',
      '/guides/performance': 'Performance',
      '/templates': 'Templates',
      '/bundlers': 'Bundlers and test runners',
      '/editors': 'Editors',
    },
  },
  {
    text: 'Reference',
    pages: {
      '/language': 'The language',
      '/forms': 'Directives and forms',
      '/library': 'The library',
      '/api/': 'Declarations',
      '/command-line': 'The command line',
      '/diagnostics': 'Diagnostics',
      '/instructions/search': 'Instructions: search',
      '/instructions/': 'Instructions: pages',
    },
  },
  {
    text: 'Project',
    pages: {
      '/readme': 'Installation',
      '/examples/': 'Examples',
      '/comparison': 'Where others explain it',
      '/performance': 'Figures',
      '/generated-code': 'Generated code',
      '/architecture': 'Architecture',
      '/contributing': 'Contributing',
      '/changelog': 'Changes',
    },
  },
];

export const sidebar = GROUPS.map(({ text, pages: entries }) => ({
  text,
  items: Object.entries(entries)
    .filter(([link]) => isThere(link))
    .map(([link, name]) => ({ text: name, link })),
})).filter(({ items }) => items.length > 0);

export const nav = [
  { text: 'Tutorial', link: '/tutorial/', activeMatch: '/tutorial/' },
  { text: 'Guides', link: '/guides/', activeMatch: '/guides/' },
  { text: 'Language', link: '/language' },
  { text: 'Library', link: '/library' },
  { text: 'Instructions', link: '/instructions/search', activeMatch: '/instructions/' },
  { text: 'Playground', link: '/playground/' },
].filter(({ link }) => isThere(link));
