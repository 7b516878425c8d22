/**
 * An editor, as far as the language server is concerned: starts `dynasm lsp` and speaks with it through the
 * library that editors use.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export class EditorClient {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #versions = new Map<string, number>();
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  #listeners: (() => void)[] = [];

  /** `command`: what starts the server; the rest are its arguments. */
  constructor(folder: string, command: string, ...args: readonly string[]) {
    this.#folder = folder;
    this.#process = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.#diagnostics.set(params.uri, params);
      for (const listener of this.#listeners.splice(0)) listener();
    });
    this.connection.listen();
  }

  async initialize(options: Readonly<Record<string, unknown>> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(this.#folder).href,
      capabilities: {},
      initializationOptions: options,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }

  /** Changes the settings. */
  async configure(dynasm: unknown): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { dynasm } });
  }

  async open(name: string, text: string, languageId = 'dast'): Promise<void> {
    const uri = this.uri(name);
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces a range of the document, or all of it. */
  async change(name: string, text: string, range?: Parameters<typeof rangeAt>): Promise<void> {
    const uri = this.uri(name);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [range ? { range: rangeAt(...range), text } : { text }];
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async save(name: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name) },
    });
  }

  async close(name: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name) },
    });
  }

  /** The diagnostics of the document's version, or of any version from when `isWanted` says so. */
  async diagnostics(
    name: string,
    isWanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    for (;;) {
      const found = this.#diagnostics.get(uri);
      const isCurrent = found !== undefined && found.version === this.#versions.get(uri);
      if (isCurrent && isWanted(found.diagnostics)) return found.diagnostics;
      await new Promise<void>(resolve => this.#listeners.push(resolve));
    }
  }

  /** Ends the server; returns its exit status. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>(resolve => this.#process.once('close', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const status = await ended;
    this.connection.dispose();
    return status;
  }
}

function rangeAt(line: number, character: number, length: number) {
  return { start: { line, character }, end: { line, character: character + length } };
}
