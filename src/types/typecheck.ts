/**
 * Has the compiler of a project look at its `.dast` files: takes a configuration; returns what the translator
 * and the compiler find, as diagnostics of the sources, and the declarations if they are wanted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../preprocessor/index.ts';
import { Compiler } from './compiler.ts';
import { optionsFor } from './compileroptions.ts';
import { readOutput, type CompilerMessage } from './compileroutput.ts';
import { DEFAULT_OPTIONS, findAbove, readConfiguration, type Configuration } from './configuration.ts';
import { DastModule, findDastFiles, type ModuleOptions } from './dastmodule.ts';
import { CONFIGURATION, MessageReader, sourceText } from './messagereader.ts';
import { Mirror } from './mirror.ts';

export interface TypeRequest {
  /** Absolute path of the configuration; without it there are only `files` and the folder. */
  readonly configuration: string | undefined;
  /** Absolute path of the folder that names in messages start from. */
  readonly folder: string;
  /**
   * Absolute paths of `.dast` files that count, whatever the project names; without it, those of the
   * project.
   */
  readonly files?: readonly string[];
  readonly options: ModuleOptions;
  /** Whether declarations are wanted. Then mistakes in other files than `.dast` files do not count. */
  readonly declarations: boolean;
}

export interface TypeFindings {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The `.dast` files of the program, by their absolute paths, with their declarations. These are empty if
   * they were not wanted, or if the file has errors.
   */
  readonly modules: ReadonlyMap<string, string>;
  /** Absolute paths of all files that the result depends on, but for those of packages. */
  readonly dependencies: ReadonlySet<string>;
}

/** The declaration of modules that cannot be translated. */
const UNTRANSLATED = 'untranslated.dynasm.d.ts';

/**
 * @throws {ProjectError} if there is no compiler, or a configuration does not exist
 * @throws an error of the file system if a file cannot be read
 */
export function findTypes(request: TypeRequest): TypeFindings {
  const configuration = request.configuration ?? join(request.folder, 'tsconfig.json');
  const compiler = new Compiler(dirname(configuration));
  const mirror = new Mirror();
  process.on('SIGINT', goOn);
  try {
    return new TypeRun(request, configuration, compiler, mirror).find();
  } finally {
    process.off('SIGINT', goOn);
    mirror.remove();
  }
}

/** One run over a project and those that it refers to. */
class TypeRun {
  readonly #request: TypeRequest;
  /** Absolute path of the configuration; without one this is where the default stands in the mirror. */
  readonly #configuration: string;
  readonly #compiler: Compiler;
  readonly #mirror: Mirror;
  /** All `.dast` files that were found, by their paths. */
  readonly #modules = new Map<string, DastModule>();
  readonly #searched = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #found = new Map<string, string>();
  readonly #dependencies = new Set<string>();

  constructor(request: TypeRequest, configuration: string, compiler: Compiler, mirror: Mirror) {
    this.#request = request;
    this.#configuration = configuration;
    this.#compiler = compiler;
    this.#mirror = mirror;
  }

  find(): TypeFindings {
    const { configuration, files = [] } = this.#request;
    if (configuration === undefined) {
      this.#mirror.write(this.#configuration, JSON.stringify({ compilerOptions: DEFAULT_OPTIONS }));
    }
    for (const file of files) this.#add(file);
    const projects = new Map<string, Configuration>();
    const read = (path: string): void => {
      if (projects.has(path)) return;
      const project = this.#read(path);
      projects.set(path, project);
      project.references.forEach(read);
    };
    read(this.#configuration);
    for (const project of projects.values()) this.#compile(project);
    const diagnostics = [...new Map(this.#diagnostics.map(each => [JSON.stringify(each), each])).values()];
    return {
      diagnostics: diagnostics.toSorted(byPlace),
      modules: this.#found,
      dependencies: this.#dependencies,
    };
  }

  /** Reads a configuration, and finds the `.dast` files in the folders that it is about. */
  #read(path: string): Configuration {
    const folder = dirname(path);
    this.#search(folder);
    // Makes the folder one of its own in the mirror.
    for (const name of [CONFIGURATION, UNTRANSLATED]) this.#mirror.hide(join(folder, name));
    // Otherwise an import of a `.dast` file that does not exist would be no error.
    const any = findAbove(folder, join('node_modules', 'dynasm', 'dast.d.ts'));
    if (any !== undefined) this.#mirror.write(any, '');
    const project = readConfiguration(path, this.#compiler, this.#mirror);
    this.#dependencies.add(path);
    const before = this.#modules.size;
    for (const folder of project.folders) this.#search(folder);
    // The compiler is asked again which of the files belong to the project.
    return this.#modules.size === before ? project : readConfiguration(path, this.#compiler, this.#mirror);
  }

  #search(folder: string): void {
    if ([...this.#searched].some(each => folder === each || folder.startsWith(each + sep))) return;
    this.#searched.add(folder);
    for (const path of findDastFiles(folder)) this.#add(path);
  }

  #add(path: string): void {
    if (this.#modules.has(path)) return;
    const module = new DastModule(path, relative(this.#request.folder, path), this.#request.options);
    this.#modules.set(path, module);
    module.writeTo(this.#mirror);
  }

  /** Has the compiler check the project, and keeps what it finds. */
  #compile(project: Configuration): void {
    const mirror = this.#mirror;
    const { declarations, files: asked } = this.#request;
    const folder = dirname(project.path);
    const modules = [...this.#modules.values()];
    const named = new Set(project.files);
    const roots = modules.filter(({ path, placeholder }) =>
      asked ? asked.includes(path) : named.has(placeholder),
    );
    const own = new Set(modules.flatMap(each => [each.placeholder, each.declaration]));
    const sources = project.files.filter(file => !own.has(file));
    // A project without files may only stand for those that it refers to.
    if (roots.length + sources.length === 0 && project.references.length > 0) return;
    const output = join(mirror.root, 'declarations');
    const untranslated = modules.filter(module => !module.isTranslated);
    mirror.write(join(folder, UNTRANSLATED), untranslated.map(({ path }) => anyModule(path)).join(''));
    const files = [...sources, ...roots.filter(each => each.isTranslated).map(each => each.translated)];
    mirror.write(
      join(folder, CONFIGURATION),
      JSON.stringify({
        extends: mirror.at(project.path),
        compilerOptions: optionsFor(project.options, mirror.root, declarations ? output : undefined),
        files: [...files, join(folder, UNTRANSLATED)].map(file => mirror.at(file)),
        include: [],
      }),
    );
    const args = ['--pretty', '--listFiles', '-p', mirror.at(join(folder, CONFIGURATION))];
    const { messages, files: listed } = readOutput(this.#compiler.run(args, mirror.at(folder)));
    const program = new Set(listed.flatMap(file => mirror.original(file) ?? []));
    if (this.#addMissing(messages, folder)) {
      this.#compile(project);
      return;
    }
    const texts = [...program].filter(file => !file.endsWith('.json')).map(file => sourceText(file));
    for (const module of modules) {
      const isFound = module.isTranslated
        ? program.has(module.translated)
        : roots.includes(module) || texts.some(text => text.includes(`/${basename(module.path)}`));
      if (!isFound || this.#found.has(module.path)) continue;
      this.#diagnostics.push(...module.diagnostics);
      const declaration = join(mirror.at(module.translated).replace(mirror.root, output)).replace(
        /\.mts$/,
        '.d.mts',
      );
      this.#found.set(
        module.path,
        declarations && existsSync(declaration) ? readFileSync(declaration, 'utf8') : '',
      );
      for (const each of [module.path, ...module.dependencies]) this.#dependencies.add(each);
    }
    const written = new Set(modules.flatMap(each => [each.declaration, each.translated]));
    for (const file of program) if (!written.has(file)) this.#dependencies.add(file);
    const reader = new MessageReader({
      configuration: project.path,
      from: this.#request.folder,
      modules,
      mirror,
    });
    for (const message of messages) {
      // Mistakes elsewhere are for a check.
      if (declarations && !reader.concernsModules(message)) continue;
      this.#diagnostics.push(...reader.diagnostics(message));
    }
  }

  /**
   * Adds the `.dast` files that the compiler did not find although they exist. Returns whether there are
   * any.
   */
  #addMissing(messages: readonly CompilerMessage[], folder: string): boolean {
    const before = this.#modules.size;
    for (const { lines, place } of messages) {
      const name = /'(\.[^']*\.dast)'/.exec(lines[0] ?? '')?.[1];
      if (name === undefined || place === undefined) continue;
      const path = resolve(dirname(resolve(folder, place.file)), name);
      if (existsSync(path)) this.#add(path);
    }
    return this.#modules.size > before;
  }
}

/** Declares that nothing is known of a module. */
function anyModule(path: string): string {
  return `declare module ${JSON.stringify(`*/${basename(path)}`)};\n`;
}

/** An interrupt ends the compiler; this process has yet to tidy up. */
function goOn(): void {}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
