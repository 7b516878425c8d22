/** The site: its pages are made by ../pages.ts; nothing on them comes from another address. */
import { defineConfig } from 'vitepress';
import { LANGUAGES } from './dastgrammar.ts';
import { fileNames } from './filenames.ts';
import { slug } from '../make/slug.ts';
import { nav, sidebar } from './navigation.ts';
import { playgroundPlugin } from '../playground/viteplugin.ts';
import { searchedText } from './searchedtext.ts';

/** The browser refuses what is not ours. `blob:` and WebAssembly are for pages that assemble. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
].join('; ');

export default defineConfig({
  title: 'dynasm',
  description: 'A dynamic assembler for TypeScript',
  lang: 'en',
  base: process.env['SITE_BASE'] ?? '/',
  srcDir: 'pages',
  cleanUrls: false,
  head: [
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }],
    ['link', { rel: 'icon', href: `${process.env['SITE_BASE'] ?? '/'}icon.svg` }],
  ],
  markdown: {
    anchor: { slugify: slug },
    languages: LANGUAGES,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: md => {
      md.use(fileNames);
    },
  },
  themeConfig: {
    nav,
    sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local', options: { _render: searchedText } },
    docFooter: { prev: 'Before', next: 'Next' },
    externalLinkIcon: true,
  },
  vite: {
    build: { chunkSizeWarningLimit: 2000 },
    plugins: [playgroundPlugin()],
    worker: { format: 'es', plugins: () => [playgroundPlugin()] },
  },
});
