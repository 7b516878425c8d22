/** The playground in headless Chromium: what comes out, how it is linked, links, the keyboard, and how it looks. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { examples } from '../playground/examples.ts';
import { Browser, serve } from './browser.ts';
import { CONTRAST } from './contrast.ts';

const DESKTOP = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };

const { address, server } = await serve();
let browser: Browser;
before(async () => {
  browser = await Browser.open();
  await browser.view(DESKTOP);
  await browser.load(`${address}/playground/`);
  await settled();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Waits until the page shows what becomes of its text. */
async function settled(): Promise<void> {
  await browser.until(`document.querySelector('.playground')?.ariaBusy === 'false'`);
}

/** Opens a text by its link. */
async function open(text: string, arch = 'x64', system = 'linux'): Promise<void> {
  const code = deflateRawSync(text).toString('base64url');
  await browser.evaluate(`location.hash = '#${new URLSearchParams({ arch, system, code })}'`);
  const lines = JSON.stringify(text.split('\n').slice(0, 12));
  await browser.until(
    `${lines}.every((line, index) => document.querySelectorAll('.pg-editor .cm-line')[index]?.textContent === line)`,
  );
  await settled();
}

async function texts(selector: string): Promise<readonly string[]> {
  return browser.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map(element => element.textContent.trim())`,
  );
}

async function pane(name: 'code' | 'actions' | 'typescript'): Promise<string> {
  await browser.evaluate(`document.querySelector('#pg-tab-${name}').click()`);
  await browser.until(`document.querySelector('#pg-panel-${name} .cm-line') !== null`);
  return (await texts(`#pg-panel-${name} .cm-line`)).join('\n');
}

async function problems(): Promise<readonly string[]> {
  return texts('.pg-problems button');
}

void test('every example makes code, without a problem', async () => {
  for (const { title, text, arch } of examples()) {
    await open(`// ${title}\n${text}`, arch);
    assert.deepEqual(await problems(), [], title);
    assert.match((await texts('.pg-status')).join(), /^\d+ bytes/, title);
  }
});

void test('what comes out of a program', async () => {
  await open(`import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
function power(n: number): void {
  const Dst = dasm.new(actions);
  |->power:
  |  mov eax, [rdi+4*n]
  |  jmp >1
  |1:
  |  ret
  Dst.build();
}
power(2);
power(100);
console.log('made', 2n, [1.5]);`);
  assert.deepEqual(await problems(), []);
  assert.equal((await texts('.pg-printed p')).join(), 'made 2n [ 1.5 ]');
  assert.equal(
    (await pane('code')).replaceAll(/ {2,}/g, '  '),
    `; code 1, 6 bytes
->power:
10000  8b 47 08  mov eax, [rdi+8]
10003  eb 00  jmp 0x10005  ; >1
1:
10005  c3  ret

; code 2, 9 bytes
->power:
11000  8b 87 90 01 00 00  mov eax, [rdi+0x190]
11006  eb 00  jmp 0x11008  ; >1
1:
11008  c3  ret`,
  );
  assert.equal(
    await pane('actions'),
    `; x64, format 1, 13 bytes
; globals: power
0  LABEL_LG(0a)
2  8b 87 DISP
5  ESC(e9) REL_LG(f7)
9  LABEL_LG(01)
11  c3 STOP`,
  );
  assert.match(await pane('typescript'), /^ *\$put0\(actions\.on\(Dst\), 4\*n\);$/m);
});

void test('ARM64, and the platform that is chosen', async () => {
  await open('  ldr w0, [x1, #4]\n  ret', 'arm64');
  assert.match(await pane('code'), /^10000 +20 04 40 b9 +ldr w0, \[x1, #?4\]$/m);
  await open('.include <dynasm/abi>\n  mov CRET, CARG1', 'x64', 'linux');
  assert.match(await pane('code'), /mov rax, rdi/);
  await browser.evaluate(`(() => {
    const select = document.querySelectorAll('.pg-bar select')[2];
    select.value = 'windows';
    select.dispatchEvent(new Event('change'));
  })()`);
  await browser.until(`document.querySelector('#pg-panel-code').textContent.includes('mov rax, rcx')`);
  assert.match(await browser.evaluate('location.hash'), /system=windows/);
});

/** Texts, and the problems that are told. */
const WRONG: readonly (readonly [text: string, problem: RegExp])[] = [
  ['  mov eax\n', /^1:3 error: `mov' takes 2 operands, not 1/],
  ['|.arch x64\n|.actionlist a\n|  mov eax, [rdi+rsp*4]\n', /^3:18 error: bad index register `rsp'/],
  ['|.arch x64\n|.actionlist actions\nconst x = ;\n', /^3 error: Unexpected token/],
  ['|.arch x64\n|.actionlist actions\n|  ret\n', /^3 error: ReferenceError: Dst is not defined/],
  [
    "import { dasm } from 'dynasm';\n|.arch x64\n|.actionlist actions\nconst Dst = dasm.new(actions);\n|  mov al, 1000+Dst.newLabel()\nDst.build();\n",
    /^5 error: .*1000/,
  ],
  [
    "import { dasm } from 'dynasm';\n|.arch x64\n|.actionlist actions\nconst Dst = dasm.new(actions);\n|  jmp ->far\nDst.build();\n",
    /^5 error: global label ->far is undefined/,
  ],
  [
    "import { x } from './other.ts';\n|.arch x64\n|.actionlist actions\nx();\n",
    /^4 error: Error: the playground has one file .* no '\.\/other\.ts'/,
  ],
  [
    "import { dasm } from 'dynasm';\n|.arch x64\n|.actionlist actions\nconst Dst = dasm.new(actions);\n|  ret\nconst f = Dst.build().cast('int ()');\nconsole.log(f() + 1);\n",
    /^7 info: the program needs a result of machine code here/,
  ],
  [
    "import { dasm } from 'dynasm';\n|.arch x64\n|.actionlist actions\nconst Dst = dasm.new(actions);\n|  ret\nDst.build();\nfor (;;);\n",
    /^error: the program was ended after 2 seconds/,
  ],
];

void test('problems say where they are, and what is left is shown', async () => {
  for (const [text, expected] of WRONG) {
    await open(`${text}// ${text.length}`);
    const [found = ''] = await problems();
    assert.match(found, expected, text);
  }
  // What had been made before the endless loop.
  assert.match(await pane('code'), /c3 +ret/);
});

void test('a line that is pointed at is marked wherever it leads to', async () => {
  await open('  nop\n  mov eax, 1\n  ret');
  for (const name of ['code', 'actions', 'typescript'] as const) {
    await pane(name);
    const [x, y] = await browser.evaluate<[number, number]>(`(() => {
      const { x, y } = document.querySelectorAll('.pg-editor .cm-line')[1].getBoundingClientRect();
      return [x + 20, y + 5];
    })()`);
    await browser.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 });
    await browser.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await browser.until(`document.querySelector('#pg-panel-${name} .pg-linked') !== null`);
    assert.deepEqual(await texts('.pg-editor .pg-linked'), ['mov eax, 1']);
    const marked = (await texts(`#pg-panel-${name} .pg-linked`)).join('\n');
    assert.match(marked, /mov eax, 1|b8 01 00 00 00|\$put/, name);
    assert.doesNotMatch(marked, /nop/, name);
  }
});

void test('a label leads to its line, and what comes out to the source', async () => {
  await open('  mov ecx, 3\n1:\n  dec ecx\n  jnz <1\n  ret');
  await pane('code');
  for (const [line, sources] of [
    ['1:', ['1:']],
    ['jne', ['jnz <1']],
  ] as const) {
    const [x, y] = await browser.evaluate<[number, number]>(`(() => {
      const lines = [...document.querySelectorAll('#pg-panel-code .cm-line')];
      const { x, y } = lines.find(line => line.textContent.includes('${line}')).getBoundingClientRect();
      return [x + 5, y + 5];
    })()`);
    await browser.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await browser.until(
      `document.querySelector('.pg-editor .pg-linked')?.textContent.trim() === '${sources[0]}'`,
    );
    assert.deepEqual(await texts('.pg-editor .pg-linked'), sources);
  }
});

void test('what has been made stays in view while a line is written', async () => {
  await open('  nop\n  ret');
  assert.match(await pane('code'), /90 +nop\n.* c3 +ret/);
  await browser.evaluate(`document.querySelector('.pg-editor .cm-content').focus()`);
  await browser.type('  mov eax,\n');
  await browser.until(`document.querySelector('.pg-problems') !== null`);
  assert.match(await pane('code'), /90 +nop\n.* c3 +ret/);
  assert.match((await texts('.pg-status')).join(), /^What is shown was made before the error, 1 error/);
  // Of another text nothing is left.
  await open('  mov eax, // other');
  assert.equal(
    await browser.evaluate(`document.querySelector('#pg-panel-code .cm-content').textContent`),
    '',
  );
});

void test('numbers in Buffer, and libraries', async () => {
  await open(`import { dasm } from 'dynasm'; // a
|.arch x64
|.actionlist actions
const bytes = Buffer.alloc(12);
console.log(bytes.writeUInt32BE(0x01020304), bytes.writeDoubleLE(1.5, 4), bytes.toString('hex'), bytes.readDoubleLE(4));
const Dst = dasm.new(actions, { externs: { far: dasm.koffi().load('libm.so.6').func('double cos(double)') } });
|  call extern far
console.log(Dst.build().size);`);
  assert.deepEqual(await problems(), []);
  assert.deepEqual(await texts('.pg-printed p'), ['4 12 01020304000000000000f83f 1.5', '5']);
});

void test('the link holds the text, and problems show as it is typed', async () => {
  await open('  nop');
  await browser.evaluate(`document.querySelector('.pg-editor .cm-content').focus()`);
  await browser.type('  retx\n');
  await browser.until(`document.querySelector('.pg-problems') !== null`);
  assert.match((await problems()).join(), /^1:3 error: unknown .*retx/);
  await browser.until(`document.querySelector('.pg-editor .cm-lintRange-error') !== null`);
  const hash = await browser.evaluate<string>('location.hash');
  await open('  int3');
  await browser.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await browser.until(`document.querySelector('.pg-editor .cm-line').textContent === '  retx'`);
});

void test('a link without a text is told', async () => {
  await browser.evaluate(`location.hash = '#code=broken!'`);
  await browser.until(`document.querySelector('.pg-status').textContent.includes('The link is broken')`);
});

void test('the keyboard alone reaches all of it', async () => {
  await open('  nop\n  nop eax, 1, 2\n  ret');
  await pane('code');
  await browser.evaluate(`document.querySelector('.VPNav a').focus()`);
  const reached: string[] = [];
  for (let step = 0; step < 40; step++) {
    await browser.press('Tab');
    const [name, outline] = await browser.evaluate<[string, string]>(`(() => {
      const element = document.activeElement;
      const label = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
      const shown = element.classList.contains('cm-content') ? element.closest('.cm-editor') : element;
      return [label.trim().split(/\\s{2,}|\\n/)[0], getComputedStyle(shown).outlineStyle];
    })()`);
    if (outline === 'none') continue;
    reached.push(name);
  }
  const order = ['Example', 'Architecture', 'Platform', 'Copy link', 'Source', 'Machine code'];
  const positions = order.map(name => reached.findIndex(each => each.startsWith(name)));
  assert.deepEqual(
    positions,
    positions.toSorted((a, b) => a - b),
    reached.join(),
  );
  assert(!positions.includes(-1), reached.join());
  // The tabs are one stop; arrows turn them.
  await browser.evaluate(`document.querySelector('[role=tab][aria-selected=true]').focus()`);
  const before = await texts('[role=tab][aria-selected=true]');
  await browser.press('ArrowRight');
  await browser.until(
    `document.activeElement.ariaSelected === 'true' && document.activeElement.textContent.trim() !== '${before[0]}'`,
  );
  // F8 goes to the problem.
  await browser.evaluate(`document.querySelector('.pg-editor .cm-content').focus()`);
  await browser.press('F8');
  await browser.until(`document.querySelector('.pg-editor .pg-linked')?.textContent.includes('nop eax')`);
});

for (const dark of [false, true]) {
  void test(`it can be read in ${dark ? 'dark' : 'light'}, and is no wider than a telephone`, async () => {
    await browser.view({ ...DESKTOP, dark });
    await open(
      `${examples().find(({ title }) => title === 'Vectors')?.text ?? ''}|  mov eax\nconst s = \`a\${1}\`; /* c */`,
    );
    await browser.evaluate(`document.querySelector('.pg-editor .cm-content').focus()`);
    for (const name of ['code', 'actions', 'typescript'] as const) {
      await browser.evaluate(`document.querySelector('#pg-tab-${name}').click()`);
      assert.deepEqual(await browser.evaluate(CONTRAST), [], name);
    }
    await open(examples()[2]?.text ?? '');
    for (const name of ['code', 'actions', 'typescript'] as const) {
      await pane(name);
      assert.deepEqual(await browser.evaluate(CONTRAST), [], name);
    }
    await browser.view({ ...TELEPHONE, dark });
    const [wide, screen] = await browser.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    assert(wide <= screen, `${wide} px wide`);
    await browser.view(DESKTOP);
  });
}

void test('it asked no other address, and had no error', () => {
  assert.deepEqual(
    browser.requests.filter(url => !url.startsWith(address) && !/^(?:data|blob|about):/.test(url)),
    [],
  );
  assert.deepEqual(browser.errors, []);
});
