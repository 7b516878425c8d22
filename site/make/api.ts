/** The declarations of the package as pages: TypeDoc reads the comments in them. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { root } from './repository.ts';

const ENTRIES = ['index', 'encoder/index', 'preprocessor/index', 'plugin/index'];

export async function writeApi(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const options = {
    entryPoints: ENTRIES.map(name => join(root, `dist/src/${name}.d.ts`)),
    tsconfig: join(import.meta.dirname, '../tsconfig.api.json'),
    plugin: ['typedoc-plugin-markdown'],
    out: folder,
    readme: 'none',
    name: 'Declarations',
    disableSources: true,
    sortEntryPoints: false,
    excludeInternal: true,
    entryFileName: 'index.md',
    outputFileStrategy: 'modules',
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useHTMLAnchors: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    propertiesFormat: 'table',
    interfacePropertiesFormat: 'table',
    enumMembersFormat: 'table',
    logLevel: 'Warn' as const,
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc cannot read the declarations');
  for (const module of project.children ?? []) if (module.name === 'index') module.name = 'dynasm';
  await app.generateOutputs(project);
}
