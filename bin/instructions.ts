/** `dynasm instructions` and `dynasm -A`: print what the assembler knows. */
import { FEATURES, findFeature, LEVEL_NAMES } from '../src/encoder/format/feature.ts';
import { nearest } from '../src/encoder/format/nearestname.ts';
import { describeArch, findForms, renderForms } from '../src/preprocessor/index.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

interface InstructionsArguments {
  readonly arch: string;
  /** Features that the processor has. */
  readonly cpu?: string;
}

/** @throws {UsageError} if no instruction matches, or there is no such feature */
export function instructions(pattern: string | undefined, { arch, cpu }: InstructionsArguments): void {
  for (const name of cpu?.split(/[\s,]+/).filter(Boolean) ?? []) checkFeature(name, arch);
  const forms = findForms(arch, pattern, cpu);
  if (forms.length === 0) {
    const others = findForms(arch, pattern);
    if (others.length > 0) {
      const needed = [...new Set(others.map(({ features }) => features.replaceAll(' ', ' and ')))].join(
        ', or ',
      );
      throw new UsageError(`no instruction of ${arch} with ${cpu} matches \`${pattern}': it needs ${needed}`);
    }
    const names = new Set(findForms(arch).map(({ mnemonic }) => mnemonic));
    const meant = nearest(pattern ?? '', [...names]);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}'?`;
    throw new UsageError(`no instruction of ${arch} matches \`${pattern}'${hint}`);
  }
  writeStandardOutput(renderForms(forms));
}

function checkFeature(name: string, arch: string): void {
  if (arch !== 'arm64' && findFeature(name) !== undefined) return;
  const names =
    arch === 'arm64' ? armFeatures() : [...LEVEL_NAMES, ...FEATURES].map(each => each.toLowerCase());
  const given = name.toLowerCase().replace(/^feat_/, '');
  if (arch === 'arm64' && names.includes(given)) return;
  // `apx` means apx_f.
  const meant = names.find(each => each.startsWith(given)) ?? nearest(given, names);
  const hint = meant === undefined ? `there are ${names.join(', ')}` : `did you mean \`${meant}'?`;
  throw new UsageError(`--cpu ${name}: not a feature of processors; ${hint}`);
}

/** The features that instructions of ARM64 need, without `FEAT_`. */
function armFeatures(): readonly string[] {
  const names = findForms('arm64').flatMap(({ features }) => features.split(' ').filter(name => name !== ''));
  return [...new Set(names)].map(name => name.toLowerCase().replace('feat_', '')).toSorted();
}

/** Prints all that the architecture has. */
export function describe(arch: string): void {
  writeStandardOutput(describeArch(arch));
}
