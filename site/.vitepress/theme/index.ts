/** VitePress' theme, with the fonts of the system, and our components. */
import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import InstructionSearch from './InstructionSearch.vue';
import Playground from './Playground.vue';
// oxlint-disable-next-line import/no-unassigned-import -- Vite takes it for the page
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('InstructionSearch', InstructionSearch);
    app.component('Playground', Playground);
  },
} satisfies Theme;
