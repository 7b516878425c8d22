/**
 * All benchmarks: runs each as a process of its own, prints what it prints, and writes it all to
 * docs/performance.md.
 *
 *     npm run bench
 *
 * Environment: `DYNASM_C` and `DYNASM_C_ARM64` (reference.ts), `DYNASM_LUA` and `DYNASM_SOURCE` (translate.ts). For peers: `npm ci
 * --prefix bench/peers`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { circumstances } from './measurement.ts';

interface Part {
  readonly title: string;
  readonly text: string;
  readonly command: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    title: 'Encoder: a realistic mix',
    text: `\`put\`, \`link\` and \`encode\` of ten programs of a made-up register machine ([mix.dast](../bench/mix.dast)): immediates, variable registers,
branches forward and backward, labels, data in a second section.`,
    command: ['encoder.ts', 'mix'],
  },
  {
    title: 'Encoder: a Brainfuck compiler',
    text: `The compiler of the [examples](../examples/brainfuck/compiler.dast), a new state for each compilation, on a random program. Reading the
source is part of it.`,
    command: ['encoder.ts', 'brainfuck'],
  },
  { title: 'Encoder: a million puts', text: 'The mix as one program.', command: ['encoder.ts', 'million'] },
  {
    title: 'Encoder: AVX-512',
    text: `\`put\`, \`link\` and \`encode\` of ten programs ([vector.dast](../bench/vector.dast)): an instruction each, with up to four variable
registers, masks and displacements. DynASM has no AVX-512.`,
    command: ['encoder.ts', 'vector'],
  },
  {
    title: 'Encoder: ARM64',
    text: `The mix for ARM64 ([arm64mix.dast](../bench/arm64mix.dast)), beside DynASM's \`dasm_arm64.h\`. Both give the same code.`,
    command: ['encoder.ts', 'arm64'],
  },
  {
    title: 'Encoder: growth',
    text: 'Generated functions; a put costs the same in small and large programs, but for the caches of the processor.',
    command: ['encoder.ts', 'growth'],
  },
  {
    title: 'Encoder: what a state costs',
    text: 'A program of five generic puts.',
    command: ['encoder.ts', 'states'],
  },
  {
    title: 'Encoder: garbage',
    text: 'Collections while a state that has grown takes the million puts again, links and encodes.',
    command: ['encoder.ts', 'garbage'],
  },
  {
    title: 'Other assemblers',
    text: 'The same instructions; ours through generated functions. (jit.js has a native part that no longer builds.)',
    command: ['peers.ts'],
  },
  {
    title: 'Templates',
    text: 'A call site that was used before, in nanoseconds for each use, beside the same lines of assembly in a `.dast` file.',
    command: ['template.ts'],
  },
  {
    title: 'Building',
    text: `What it costs to make a small function callable and to give it back, a thousand of them at a time. \`koffi alone\` has a page for each function:
\`mmap\`, \`mprotect\` and \`koffi.decode\`. The goals: 3 µs from the first put to the function (\`build\` 2, \`cast\` 0.5), \`free\` 0.5.`,
    command: ['build.ts'],
  },
  {
    title: 'Calls',
    text: `What a call of generated code costs: koffi's own function for the same address, and what \`cast\` makes of it
([what is called directly](library.md#what-a-call-costs)).`,
    command: ['call.ts'],
  },
  {
    title: 'Translation',
    text: `A made-up source in which 44 % of the statements are distinct. Cold, each row is a whole process (TypeScript with \`--no-check\`: the
parser that reads the output takes 15 ms more for a small file); warm, each use has a process of its own and 5,000 lines.`,
    command: ['translate.ts'],
  },
  {
    title: 'Editing',
    text: `What an editor waits for after each character that is typed in a file of 5,000 lines, 80 % of them assembly: from the change to the
answer of the language server. The goal: 50 ms.`,
    command: ['editing.ts'],
  },
  { title: 'Start-up', text: 'Whole processes.', command: ['startup.ts'] },
];

/** What a program prints; tables as they are, other text as such. */
function output([script = '', ...args]: readonly string[]): string {
  const path = join(import.meta.dirname, script);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} failed (${status}): ${stderr}`);
  return stdout.includes('\n| ') ? stdout.trim() : `\`\`\`text\n${stdout.trim()}\n\`\`\``;
}

let document = `# Performance

Written by \`npm run bench\`: ${circumstances()}.

All candidates of a table take turns, round by round. Shown are the median, the range without the fastest and slowest tenth of
the rounds, and the median of the ratios to the first row in the same round. [How the encoder gets there](generated-code.md).

\`C engine\` is DynASM's own (\`dasm_x86.h\`, \`gcc -O2\`, no checks) in a program around the same calls, built by hand and run in the same
turns; it is not part of this project ([how to name one](../bench/reference.ts)). Ours checks every value and records source lines.
`;
for (const { title, text, command } of PARTS) {
  const part = `\n## ${title}\n\n${text}\n\n${output(command)}\n`;
  process.stdout.write(part);
  document += part;
}
writeFileSync(join(import.meta.dirname, '../docs/performance.md'), document);
