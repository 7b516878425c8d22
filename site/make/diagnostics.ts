/** The page of diagnostics: each code with what it means, an example with the message that it gets, and the cure. */
import {
  ERRORS,
  type Explanation,
  NOTES,
  renderPretty,
  translateSource,
  WARNINGS,
} from '../../src/preprocessor/index.ts';
import { PROGRAMS, WITHOUT_EXAMPLE } from './diagnosticprograms.ts';
import { outputOf } from './workfolder.ts';

type Table = Readonly<Record<string, Explanation>>;

const HEAD = `# Diagnostics

What the translator, the assembler and \`dynasm run\` say of mistakes, by the code that stands behind each message in brackets. The messages below are
made by the examples above them. \`dynasm explain CODE\` prints the same.

\`--no-warn CODE\` leaves warnings with a code out; \`--strict\` makes warnings errors: see [the command line](/command-line.md).
`;

export function diagnosticsPage(): string {
  return [
    HEAD,
    `## Errors\n\nNothing is written where there is one.\n`,
    ...sections(ERRORS),
    `## Warnings\n\nThey are of C and Lua output, where the bytes are DynASM's.\n`,
    ...sections(WARNINGS),
    `## Notes\n`,
    ...sections(NOTES),
  ].join('\n');
}

/** For commands. */
const FILES = { 'in.dast': '|.arch x64\n|.actionlist actions\n| ret\n' };

function sections(table: Table): readonly string[] {
  return Object.keys(table)
    .toSorted()
    .map(code => `### ${code}\n\n${sentence(table[code]?.meaning ?? '')}\n\n${example(code, table[code])}`);
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  const ended = /[.:]$/.test(first) ? first : `${first}.`;
  // Outside of code, a bracket would be HTML.
  return ended.replaceAll(
    /(`[^`]*`)|[<{]/g,
    (text, code: string | undefined) => code ?? (text === '<' ? '&lt;' : '&#123;'),
  );
}

function fence(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\`\n`;
}

function example(code: string, explanation: Explanation | undefined): string {
  const program = PROGRAMS[code];
  if (program !== undefined) {
    const { command, wrong, right } = program;
    const message = checked(code, outputOf(command, program.files));
    const cured = Object.entries(program.files).map(([name, text]) => [
      name,
      text.replace(wrong, () => right),
    ]);
    silent(code, outputOf(command, Object.fromEntries(cured) as Record<string, string>));
    const files = Object.entries(program.files).map(([name, text]) => fence(`ts ${name}`, shortened(text)));
    return `${files.join('\n')}\n${fence('console', `$ ${command}\n${message}`)}\nRight:\n\n${fence('dast', right)}`;
  }
  if (explanation === undefined || explanation.wrong === '') {
    if (!WITHOUT_EXAMPLE.has(code)) throw new Error(`${code} has no example`);
    return '';
  }
  const { wrong, right, lang = 'ts' } = explanation;
  if (wrong.includes('dynasm ')) {
    const message = checked(code, outputOf(wrong, FILES));
    silent(code, outputOf(right, FILES));
    return `${fence('console', `$ ${wrong}\n${message}`)}\nRight:\n\n${fence('console', `$ ${right}`)}`;
  }
  const language = { ts: 'dast', c: 'c', lua: 'lua' }[lang];
  const message = checked(code, messageOf(wrong, lang));
  silent(code, messageOf(right, lang));
  return `${fence(language, wrong)}\n${fence('console', message)}\nRight:\n\n${fence(language, right)}`;
}

/** A message without its code would be of another example. What the command line refuses has no code. */
function checked(code: string, message: string): string {
  if (!message.includes(`[${code}]`) && !message.startsWith('dynasm: --')) {
    throw new Error(`the example of ${code} prints: ${message}`);
  }
  return message;
}

function silent(code: string, output: string): void {
  if (output.includes(`[${code}]`)) throw new Error(`the cure of ${code} prints: ${output}`);
}

function messageOf(source: string, lang: 'ts' | 'c' | 'lua'): string {
  const head = source.includes('.arch') || !source.includes('|') ? '' : '|.arch x64\n|.actionlist actions\n';
  const file = { ts: 'example.dast', c: 'example.dasc', lua: 'example.dasl' }[lang];
  return renderPretty(translateSource(head + source, { file, lang }).diagnostics);
}

function shortened(text: string): string {
  const lines = text.split('\n');
  return lines.length < 30 ? text : [...lines.slice(0, 5), '// …', ...lines.slice(-4)].join('\n');
}
