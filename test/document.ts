/** Runs what a document shows (markdown.ts says how), in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf, matches, sessionsOf } from './markdown.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

/** The commands of a document that print something else than it shows, with what they print. */
export function wrongSessions(document: string): readonly string[] {
  const folder = new Folder();
  try {
    if (document.startsWith('examples/')) {
      cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
    }
    // `dynasm check` and `dynasm types` run the project's own compiler.
    symlinkSync(join(root, 'node_modules/typescript'), join(folder.path, 'node_modules/typescript'), 'dir');
    folder.write('bin/dynasm', `#!/bin/sh\nexec '${process.execPath}' '${dynasm}' "$@"\n`);
    const wrong: string[] = [];
    for (const { language, name, text } of fencesOf(readFileSync(join(root, document), 'utf8'))) {
      if (name !== undefined) folder.write(name, text);
      if (language !== 'console') continue;
      for (const { command, expected } of sessionsOf(text)) {
        const { stdout, stderr } = spawnSync('sh', ['-c', `dynasm() { sh bin/dynasm "$@"; }\n${command}`], {
          cwd: folder.path,
          encoding: 'utf8',
          env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', DYNASM_CACHE: join(folder.path, 'cache') },
        });
        if (!matches(stdout + stderr, expected)) wrong.push(`$ ${command}\n${stdout}${stderr}`);
      }
    }
    return wrong;
  } finally {
    folder.remove();
  }
}
