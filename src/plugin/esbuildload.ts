/**
 * Loads `.dast` files for esbuild. unplugin would pass one error on, without its source line; this passes on
 * all, each with its line.
 */
import { dirname } from 'node:path';
import type { PartialMessage, PluginBuild } from 'esbuild';
import { inlineMap } from '../files/output.ts';
import type { Diagnostic } from '../preprocessor/index.ts';
import { restOf } from './message.ts';
import type { PluginOptions } from './pluginoptions.ts';
import { translateModule } from './translatedmodule.ts';

export function addToEsbuild(build: PluginBuild, options: PluginOptions | undefined): void {
  build.onLoad({ filter: /\.dast$/, namespace: 'file' }, ({ path }) => {
    const { code, map, included, errors, warnings } = translateModule(path, options);
    return {
      contents: map === undefined ? code : code + inlineMap(JSON.stringify(map)),
      loader: 'js',
      resolveDir: dirname(path),
      watchFiles: [path, ...included],
      errors: errors.map(messageFor),
      warnings: warnings.map(messageFor),
    };
  });
}

function messageFor(diagnostic: Diagnostic): PartialMessage {
  const { message, code, file, line, column = 1, length = 0, lineText } = diagnostic;
  const notes = restOf(diagnostic);
  return {
    text: `${message} [${code}]`,
    location:
      line === undefined || lineText === undefined
        ? { file }
        : {
            file,
            line,
            lineText,
            // These count bytes.
            column: Buffer.byteLength(lineText.slice(0, column - 1)),
            length: Buffer.byteLength(lineText.slice(column - 1, column - 1 + length)),
          },
    notes: notes === '' ? [] : [{ text: notes }],
  };
}
