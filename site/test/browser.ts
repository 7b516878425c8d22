/**
 * A page in headless Chromium, driven through its pipe (the DevTools protocol), and a server of the built site. No
 * package is needed for either.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export const built = join(import.meta.dirname, '../.vitepress/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves the built site as any server of files would, as long as the process has something else to do. */
export async function serve(): Promise<{ address: string; server: Server }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const names = [path, `${path}.html`, join(path, 'index.html')].map(name => join(built, name));
    const file = names.find(name => existsSync(name) && statSync(name).isFile());
    const type = TYPES[extname(file ?? '')] ?? 'application/octet-stream';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type });
    if (file === undefined) response.end('not found');
    else createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

export class Browser {
  /** Addresses that the page has asked for. */
  readonly requests: string[] = [];
  /** What the page has written to the console as errors, exceptions that nobody caught among it. */
  readonly errors: string[] = [];
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly listeners = new Set<(message: Message) => void>();
  private received = '';
  private last = 0;
  private session: string | undefined;

  private readonly process: ChildProcess;
  private readonly profile: string;

  private constructor(process: ChildProcess, profile: string) {
    this.process = process;
    this.profile = profile;
    (process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.receive(text));
  }

  static async open(): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'dynasm-chromium-'));
    // prettier-ignore
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
      `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const browser = new Browser(spawn('chromium', args, { stdio: [...stdio] }), profile);
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const attached = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    browser.session = attached.sessionId;
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await browser.send(`${domain}.enable`);
    return browser;
  }

  async send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = ++this.last;
    const { sessionId } = { sessionId: this.session };
    const done = new Promise<Message>(resolve => this.waiting.set(id, resolve));
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { error, result } = await done;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  private receive(text: string): void {
    this.received += text;
    const messages = this.received.split('\0');
    this.received = messages.pop() ?? '';
    for (const message of messages.map(part => JSON.parse(part) as Message)) {
      if (message.id === undefined) this.hear(message);
      else this.waiting.get(message.id)?.(message);
    }
  }

  private hear(message: Message): void {
    if (message.method === 'Network.requestWillBeSent') {
      this.requests.push((message.params as { request: { url: string } }).request.url);
    } else if (message.method === 'Runtime.exceptionThrown') {
      this.errors.push(JSON.stringify(message.params));
    } else if (message.method === 'Log.entryAdded') {
      const { entry } = message.params as { entry: { level: string; text: string; url?: string } };
      if (entry.level === 'error') this.errors.push(`${entry.text} ${entry.url ?? ''}`);
    }
    for (const listener of this.listeners) listener(message);
  }

  private async event(method: string): Promise<void> {
    await new Promise<void>(resolve => {
      const listener = (message: Message): void => {
        if (message.method !== method) return;
        this.listeners.delete(listener);
        resolve();
      };
      this.listeners.add(listener);
    });
  }

  async view({ width, height, dark = false }: View): Promise<void> {
    const mobile = width < 600;
    const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile });
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  /** Loads a page, and waits until its program runs. */
  async load(address: string): Promise<void> {
    const loaded = this.event('Page.loadEventFired');
    await this.send('Page.navigate', { url: address });
    await loaded;
    await this.until(`document.querySelector('#app')?.__vue_app__ !== undefined`);
  }

  /** The value of an expression in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const options = { expression, returnByValue: true, awaitPromise: true };
    const answer = await this.send<{ result: { value: Value }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      options,
    );
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  }

  /** Waits until an expression in the page is true. */
  async until(expression: string): Promise<void> {
    for (let round = 0; round < 600; round++) {
      if (await this.evaluate<boolean>(expression)) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`never true: ${expression}`);
  }

  /** Presses a key: `Tab`, `Enter`, a character. */
  async press(key: string): Promise<void> {
    // prettier-ignore
    const codes: Readonly<Record<string, number>> = {
      Tab: 9, Enter: 13, Escape: 27, ArrowLeft: 37, ArrowRight: 39, ArrowDown: 40, F8: 119,
    };
    const windowsVirtualKeyCode = codes[key] ?? key.toUpperCase().charCodeAt(0);
    const text = key === 'Enter' ? { text: '\r' } : key.length === 1 ? { text: key } : {};
    const event = { key, windowsVirtualKeyCode, ...text };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** The page as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    const closed = once(this.process, 'close');
    this.process.kill();
    await closed;
    // Its other processes may write there for a moment more, also into what has been emptied.
    for (let round = 1; ; round++) {
      try {
        rmSync(this.profile, { recursive: true, force: true });
        return;
      } catch (error) {
        if (round === 100) throw error;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }
}
