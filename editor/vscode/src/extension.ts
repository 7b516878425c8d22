/** The extension: starts the language server, and shows what a source becomes beside it. */
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Ask, GENERATED, MACHINE, MadeViews } from './madeview.ts';

const LANGUAGES = ['dast', 'dasc', 'dasl'];

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server = { module, transport: TransportKind.stdio };
  const client = new LanguageClient(
    'dynasm',
    'DynASM',
    { run: server, debug: server },
    {
      documentSelector: LANGUAGES.map(language => ({ language })),
      initializationOptions: workspace.getConfiguration('dynasm'),
      synchronize: {
        configurationSection: 'dynasm',
        // Included files may have any name.
        fileEvents: workspace.createFileSystemWatcher('**/*.{das*,inc,h}'),
      },
    },
  );
  stop = () => client.stop();
  const ask: Ask = (method, uri) => client.sendRequest(method, { textDocument: { uri } });
  const generated = new MadeViews(GENERATED, ask);
  const machine = new MadeViews(MACHINE, ask);
  const show = (views: MadeViews) => async () => {
    const editor = window.activeTextEditor;
    if (editor && LANGUAGES.includes(editor.document.languageId)) await views.show(editor);
    else
      void window.showInformationMessage('This shows what a .dast, .dasc or .dasl file becomes: open one.');
  };
  context.subscriptions.push(
    generated.register(),
    machine.register(),
    commands.registerCommand('dynasm.showGeneratedCode', show(generated)),
    commands.registerCommand('dynasm.showMachineCode', show(machine)),
    commands.registerCommand('dynasm.restartServer', () => client.restart()),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
