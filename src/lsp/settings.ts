/**
 * What an editor is set to. Takes what it sends; returns the settings that are right, and says what is wrong
 * with others.
 */
import { translateSource } from '#translator';

/** Settings with the meanings of the options of `dynasm translate`. */
export interface ServerSettings {
  readonly defines?: Readonly<Record<string, string>>;
  readonly include?: readonly string[];
  readonly platform?: string;
  readonly cpu?: string | readonly string[];
  /** Whether the TypeScript of the project checks `.dast` files when they are saved. Default true. */
  readonly checkTypes?: boolean;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(each => isText(each));

const KINDS: Readonly<
  Record<keyof ServerSettings, readonly [fits: (value: unknown) => boolean, words: string]>
> = {
  defines: [
    value =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every(each => isText(each)),
    'names with their texts: `{ "DEBUG": "1" }`',
  ],
  include: [isTexts, 'a list of folders'],
  platform: [isText, 'a platform: `x64-linux`'],
  cpu: [value => isText(value) || isTexts(value), 'features or a level: `avx2,fma`, `x86-64-v3`'],
  checkTypes: [value => typeof value === 'boolean', 'true or false'],
};

/** Those whose texts the translator knows. */
const OPTIONS: readonly string[] = ['defines', 'platform', 'cpu'];

/** `wrong`: is told of each setting that is left out. Settings that are null, or not known, are none. */
export function readSettings(sent: object, wrong: (message: string) => void): ServerSettings {
  const settings: Record<string, unknown> = {};
  for (const [name, [fits, words]] of Object.entries(KINDS)) {
    const value: unknown = (sent as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null || value === '') continue;
    if (!fits(value)) {
      wrong(`dynasm.${name} is ${words}`);
      continue;
    }
    const [mistake] = OPTIONS.includes(name)
      ? translateSource('', { file: '', lang: 'ts', [name]: value }).diagnostics
      : [];
    if (mistake === undefined) settings[name] = value;
    else wrong(`dynasm.${name}: ${[mistake.message, ...mistake.notes].join('; ')}`);
  }
  return settings;
}
