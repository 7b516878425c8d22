/**
 * The language server: answers an editor over a connection. What it says of assembly comes from the
 * translator; TypeScript's errors come from the compiler of the project when a file is saved.
 */
import { resolve } from 'node:path';
import {
  CodeActionKind,
  type Connection,
  type DefinitionParams,
  type Diagnostic as EditorDiagnostic,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  type TextDocumentPositionParams,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { Analysis } from './analysis.ts';
import { completionsAt, resolveCompletion } from './completion.ts';
import { hoverAt } from './hover.ts';
import { foldingsIn, symbolsIn } from './outline.ts';
import { pathOf, placeAt, rangeOf, uriOf } from './place.ts';
import { editorDiagnostic, fixesFor } from './quickfix.ts';
import { rename, RenameError, renamingAt } from './renaming.ts';
import { LEGEND, tokensIn } from './semantictokens.ts';
import { readSettings } from './settings.ts';
import { TypeChecker } from './typechecker.ts';
import { generatedCode, machineCode, type View } from './views.ts';
import { Workspace } from './workspace.ts';

/** Diagnostics follow typing when it pauses for so many milliseconds. */
const PAUSE = 60;

/**
 * Serves an editor on standard input and output. The promise is kept when it ends the connection. `bundle`: a
 * CommonJS file that exports `checkProject`.
 */
export async function serve(bundle: string): Promise<void> {
  // Reading and writing by streams, whatever the arguments say.
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  new Server(connection, bundle).listen();
  await new Promise<void>(resolve => {
    connection.onExit(resolve);
    process.stdin.once('close', resolve);
  });
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #workspace = new Workspace();
  readonly #types: TypeChecker;
  /** TypeScript's errors by configuration. */
  readonly #typeErrors = new Map<string, readonly Diagnostic[]>();
  /** URIs that have diagnostics. */
  #published = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, bundle: string) {
    this.#connection = connection;
    this.#types = new TypeChecker(bundle, {
      found: (configuration, diagnostics) => this.#reportTypes(configuration, diagnostics),
      failed: message => connection.console.warn(`types are not checked: ${message}`),
    });
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize(({ initializationOptions }) => {
      this.#setSettings(initializationOptions);
      return CAPABILITIES;
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#setSettings((settings as { dynasm?: unknown } | null)?.dynasm);
      this.#schedule();
    });
    connection.onDidChangeWatchedFiles(() => {
      this.#workspace.refresh();
      this.#schedule();
    });
    this.#listenToDocuments();
    this.#answer();
    this.#documents.listen(connection);
    connection.listen();
  }

  #setSettings(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return;
    this.#workspace.settings = readSettings(settings, message => {
      // (`window.showErrorMessage` would be a question, which the editor must answer.)
      const params: ShowMessageParams = { type: MessageType.Error, message: `${message}; it is left out` };
      void this.#connection.sendNotification(ShowMessageNotification.type, params);
    });
    this.#workspace.refresh();
  }

  #listenToDocuments(): void {
    const documents = this.#documents;
    const workspace = this.#workspace;
    documents.onDidOpen(({ document }) => this.#checkTypes(document));
    documents.onDidChangeContent(({ document }) => {
      workspace.set(document);
      this.#schedule();
    });
    documents.onDidClose(({ document }) => {
      workspace.close(document.uri);
      this.#schedule();
    });
    documents.onDidSave(({ document }) => {
      workspace.refresh();
      this.#schedule();
      this.#checkTypes(document);
    });
  }

  #answer(): void {
    const connection = this.#connection;
    connection.onCompletion(params => {
      const { analysis, path, line } = this.#find(params);
      if (!analysis) return [];
      const start = { line: params.position.line, character: 0 };
      const text =
        this.#documents.get(params.textDocument.uri)?.getText({ start, end: params.position }) ?? '';
      this.#completed = analysis;
      return completionsAt(analysis, path, line, text);
    });
    connection.onCompletionResolve(item =>
      this.#completed ? resolveCompletion(item, this.#completed) : item,
    );
    connection.onHover(params => {
      const { analysis, path, line, column } = this.#find(params);
      return analysis && hoverAt(analysis, path, line, column);
    });
    connection.onDefinition(params => this.#locations(params, isDefinition => isDefinition));
    connection.onReferences(params =>
      this.#locations(params, isDefinition => !isDefinition || params.context.includeDeclaration),
    );
    connection.onDocumentHighlight(params => {
      const { analysis, path, line, column } = this.#find(params);
      const { occurrences = [] } = analysis?.index.at(path, line, column)?.symbol ?? {};
      return occurrences.filter(({ at }) => at.file === path).map(({ at }) => ({ range: rangeOf(at) }));
    });
    connection.onPrepareRename(params => {
      const { analysis, path, line, column } = this.#find(params);
      if (!analysis) return undefined;
      return orRefuse(() => {
        const found = renamingAt(analysis, path, line, column);
        return found && rangeOf(found.occurrence.at);
      });
    });
    connection.onRenameRequest(params => {
      const { analysis, path, line, column } = this.#find(params);
      if (!analysis) return undefined;
      return orRefuse(() => {
        const found = renamingAt(analysis, path, line, column);
        if (found === undefined) return undefined;
        const edits = rename(found, params.newName.replace(/^(?:->|=>|%%)/, ''), analysis, this.#workspace);
        return { changes: Object.fromEntries([...edits].map(([file, own]) => [uriOf(file), own])) };
      });
    });
    connection.onDocumentSymbol(({ textDocument: { uri } }) => {
      const analysis = this.#workspace.analysis(uri);
      return analysis && symbolsIn(analysis, pathOf(uri));
    });
    connection.onFoldingRanges(({ textDocument: { uri } }) => {
      const analysis = this.#workspace.analysis(uri);
      return analysis && foldingsIn(analysis, pathOf(uri), this.#documents.get(uri)?.getText() ?? '');
    });
    connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
      const analysis = this.#workspace.analysis(uri);
      return analysis ? tokensIn(analysis, pathOf(uri)) : { data: [] };
    });
    connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) => {
      const analysis = this.#workspace.analysis(uri);
      return analysis
        ? tokensIn(analysis, pathOf(uri), range.start.line + 1, range.end.line + 1)
        : { data: [] };
    });
    connection.onCodeAction(({ textDocument: { uri }, context }) =>
      fixesFor(uri, context.diagnostics, this.#documents.get(uri)?.getText() ?? ''),
    );
    connection.onRequest('dynasm/generatedCode', params => this.#view(params, generatedCode));
    connection.onRequest('dynasm/machineCode', params => this.#view(params, machineCode));
  }

  /** The analysis that the last completions came out of. */
  #completed: Analysis | undefined;

  #find({ textDocument: { uri }, position }: TextDocumentPositionParams): {
    readonly analysis: Analysis | undefined;
    readonly path: string;
    readonly line: number;
    readonly column: number;
  } {
    return { analysis: this.#workspace.analysis(uri), path: pathOf(uri), ...placeAt(position) };
  }

  /** Where the symbol at a place stands. */
  #locations(params: DefinitionParams, isWanted: (isDefinition: boolean) => boolean) {
    const { analysis, path, line, column } = this.#find(params);
    const { occurrences = [] } = analysis?.index.at(path, line, column)?.symbol ?? {};
    return occurrences
      .filter(({ at, isDefinition }) => isWanted(isDefinition) && !at.file.startsWith('<'))
      .map(({ at }) => ({ uri: uriOf(at.file), range: rangeOf(at) }));
  }

  #view(
    { textDocument: { uri } }: TextDocumentPositionParams,
    make: (analysis: Analysis, workspace: Workspace) => View,
  ): View | ResponseError {
    const analysis = this.#workspace.analysis(uri);
    if (analysis) return make(analysis, this.#workspace);
    return new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is not open, or has no assembly`);
  }

  // Diagnostics

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#publish(), PAUSE);
  }

  /** Sends the diagnostics of all open documents, and of the files that they include. */
  #publish(): void {
    const byUri = new Map<string, EditorDiagnostic[]>();
    const add = (diagnostic: Diagnostic): void => {
      const uri = uriOf(diagnostic.file);
      const own = byUri.get(uri) ?? [];
      byUri.set(uri, own);
      own.push(editorDiagnostic(diagnostic));
    };
    // First all: what one includes is not a root.
    for (const path of this.#workspace.roots) this.#workspace.analysisOf(path);
    for (const path of this.#workspace.roots) this.#workspace.analysisOf(path)?.diagnostics.forEach(add);
    const open = this.#workspace.realPaths();
    for (const diagnostics of this.#typeErrors.values()) {
      for (const each of diagnostics) {
        const file = open.get(each.file);
        if (file !== undefined) add({ ...each, file });
      }
    }
    // A document without mistakes is told so.
    const published = new Set([...this.#documents.keys(), ...byUri.keys()]);
    for (const uri of new Set([...this.#published, ...published])) {
      const version = this.#documents.get(uri)?.version;
      const diagnostics = byUri.get(uri) ?? [];
      void this.#connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
    }
    this.#published = published;
  }

  #checkTypes({ uri }: TextDocument): void {
    const { checkTypes = true, defines, include, platform, cpu } = this.#workspace.settings;
    if (!checkTypes || !uri.startsWith('file:') || !uri.endsWith('.dast')) return;
    this.#types.check(pathOf(uri), {
      ...(defines && { defines }),
      ...(include && { include: include.map(each => resolve(pathOf(uri), '..', each)) }),
      ...(platform !== undefined && { platform }),
      ...(cpu !== undefined && { cpu }),
    });
  }

  #reportTypes(configuration: string, diagnostics: readonly Diagnostic[]): void {
    this.#typeErrors.set(configuration, diagnostics);
    this.#publish();
  }
}

/** What `run` returns; what it refuses becomes the answer's error. */
function orRefuse<Result>(run: () => Result): Result | ResponseError {
  try {
    return run();
  } catch (error) {
    if (error instanceof RenameError) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

const CAPABILITIES: InitializeResult = {
  serverInfo: { name: 'dynasm' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: {
      triggerCharacters: ['.', '>', '<', '%', '[', ' ', ',', '|', '#'],
      resolveProvider: true,
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
};
