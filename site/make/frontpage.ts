/** The front page: a program beside the machine code that it makes, as this package makes it now. */
import { fencesOf } from '../../test/markdown.ts';
import { read } from './repository.ts';
import { outputOf } from './workfolder.ts';

const FILE = 'power.dast';

export function frontPage(): string {
  const source = fencesOf(read('README.md')).find(({ name }) => name === FILE)?.text;
  if (source === undefined) throw new Error(`README.md does not show ${FILE}`);
  return `---
layout: page
sidebar: false
title: dynasm
titleTemplate: A dynamic assembler for TypeScript
---

<div class="front vp-doc">

# dynasm

<p class="lead">A dynamic assembler for TypeScript. Lines of assembly stand in the program; when the program runs, they add machine
code, which is then called as a function. It is DynASM, LuaJIT's assembler, made anew.</p>

<p class="links">
<a class="main" href="./tutorial/">Tutorial</a>
<a href="./guides/">Guides</a>
<a href="./language">Language</a>
<a href="./library">Library</a>
<a href="./instructions/search">Instructions</a>
<a href="./playground/">Playground</a>
</p>

<div class="beside">
<div>

\`\`\`ts ${FILE}
${source.trimEnd()}
\`\`\`

</div>
<div>

\`\`\`console
$ dynasm run ${FILE}
${relativeAddresses(outputOf(`dynasm run ${FILE}`, { [FILE]: source })).trimEnd()}
\`\`\`

\`\`\`sh
npm install dynasm
npx dynasm run ${FILE}
\`\`\`

There is no loop in the code: it ran when the code was made. For \`n = 5\` two squarings and two products are left.
JavaScript calls the result as any function.

</div>
</div>

</div>
`;
}

/** Addresses at the beginnings of lines, counted from the first one: where code lies changes from run to run. */
function relativeAddresses(listing: string): string {
  let first: number | undefined;
  return listing.replaceAll(/^[\da-f]{5,}(?= )/gm, text => {
    const address = Number.parseInt(text, 16);
    first ??= address;
    return (address - first).toString(16).padStart(4, '0');
  });
}
