/**
 * `node --import dynasm/register main.js`: from then on, `import` and `require` take `.dast` files.
 */
import { install } from './loader/install.ts';

install();
