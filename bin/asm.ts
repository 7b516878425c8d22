/** `dynasm asm`: takes statements, prints their bytes and instructions, or their action lists. */
import { readFileSync, statSync } from 'node:fs';
import { assemble, assembleJson } from '../src/asm/assembly.ts';
import { processPlatform } from '../src/files/processplatform.ts';
import { argumentTexts, assembleLines } from '../src/preprocessor/index.ts';
import { parseDefine } from './options.ts';
import { readStandardInput, writeStandardOutput } from './stream.ts';
import { hasColors } from './terminal.ts';
import { UsageError } from './usage.ts';

interface AsmArguments {
  readonly arch?: 'x64' | 'x86' | 'arm64';
  readonly platform?: string;
  readonly actions?: true;
  readonly json?: true;
  readonly source?: true;
  readonly base: string;
  readonly define: readonly string[];
}

/**
 * @param statements `-`, the name of a file, or the statements themselves
 * @throws {TranslationError} if there are errors in the statements
 */
export function asm(statements: string, args: AsmArguments): void {
  const isFile = statements !== '-' && isFileName(statements);
  if (!isFile && /^\S*\w\.\w+$/.test(statements))
    throw new UsageError(`${statements}: no such file or directory`);
  const text =
    statements === '-'
      ? readStandardInput().toString()
      : isFile
        ? readFileSync(statements, 'utf8')
        : statements;
  const file = statements === '-' ? '(stdin)' : isFile ? statements : '(statements)';
  const { platform, base, source = false } = args;
  const arch = args.arch ?? archOf(platform ?? processPlatform());
  const defines = Object.fromEntries(args.define.map(parseDefine));
  if (args.actions) {
    writeStandardOutput(listActions(text, { file, arch, defines }));
    return;
  }
  const options = { file, arch, platform, defines, base: parseAddress(base) };
  writeStandardOutput(
    args.json ? assembleJson(text, options) : assemble(text, { ...options, source, color: hasColors(1) }),
  );
}

/** The architecture of a platform, by its name. */
function archOf(platform: string): NonNullable<AsmArguments['arch']> {
  const [arch = ''] = platform.toLowerCase().split('-');
  return arch === 'arm64' ? arch : arch === 'x86' || arch === 'ia32' ? 'x86' : 'x64';
}

function isFileName(text: string): boolean {
  try {
    return statSync(text).isFile();
  } catch {
    // A text that is too long for the name of a file is not one, either.
    return false;
  }
}

/** One JSON object for each line, with DynASM's actions or its error. */
function listActions(
  text: string,
  options: { file: string; arch: string; defines: Record<string, string> },
): string {
  const { lines } = assembleLines(text, { ...options, lang: 'c' });
  return lines
    .map(line => {
      const [error] = line.errors;
      const result = error
        ? { asm: line.text, error: error.classic ?? error.message }
        : { asm: line.text, actions: line.actions, args: argumentTexts(line) };
      return `${JSON.stringify(result)}\n`;
    })
    .join('');
}

function parseAddress(text: string): bigint {
  if (!/^(?:0[xX][0-9a-fA-F]{1,16}|[0-9]{1,19})$/.test(text))
    throw new UsageError(`--base ${text}: not an address`);
  return BigInt(text);
}
