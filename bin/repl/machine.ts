/**
 * The process that runs the statements of a REPL, as its parent sees it. It is started again, with the
 * registers that it had, if it dies or does not answer in time.
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Diagnostic } from '../../src/preprocessor/index.ts';
import type { Answer, Request } from './child.ts';
import type { Image } from './image.ts';

/** The option of the command that runs the child. */
export const CHILD_OPTION = '--serve';

/** What has become of a line. */
export type Outcome =
  | { readonly kind: 'done'; readonly before: Image; readonly after: Image; readonly size: number }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  /** It failed, or ran too long, or ended the process (then the memory is new). */
  | { readonly kind: 'failed'; readonly message: string; readonly isNewProcess: boolean };

export class Machine {
  readonly #seconds: number;
  #child: ChildProcess;
  #image: Image;

  private constructor(child: ChildProcess, image: Image, seconds: number) {
    this.#child = child;
    this.#image = image;
    this.#seconds = seconds;
  }

  /**
   * @param seconds how long a line may run
   * @throws {Error} if the process does not start
   */
  static async start(seconds: number): Promise<Machine> {
    const [child, image] = await spawn();
    return new Machine(child, image, seconds);
  }

  /** The registers. */
  get image(): Image {
    return this.#image;
  }

  /** Runs statements. `showListing` gets the listing of their code before it runs. */
  async run(
    definitions: readonly string[],
    text: string,
    showListing: (listing: string) => void,
  ): Promise<Outcome> {
    let size = 0;
    const request: Request = { kind: 'run', definitions, text };
    const answer = await ask(this.#child, request, this.#seconds, ({ listing, size: bytes }) => {
      size = bytes;
      showListing(listing);
    });
    switch (answer.kind) {
      case 'done': {
        const before = this.#image;
        this.#image = answer.image;
        return { kind: 'done', before, after: answer.image, size };
      }
      case 'refused':
        return answer;
      case 'failed':
        return { ...answer, isNewProcess: false };
      case 'ready':
        throw new Error('the process has started twice');
      default:
        await this.#restart();
        return { kind: 'failed', message: answer.message, isNewProcess: true };
    }
  }

  /** Gives all registers and the memory the values of a start. */
  async reset(): Promise<void> {
    this.end();
    [this.#child, this.#image] = await spawn();
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  async #restart(): Promise<void> {
    this.end();
    const image = this.#image;
    const [child] = await spawn();
    const answer = await ask(child, { kind: 'restore', image }, undefined, () => undefined);
    if (answer.kind !== 'ready') throw new Error('the process does not start again');
    this.#child = child;
    this.#image = answer.image;
  }
}

/** What is known when a process does not answer. */
interface Loss {
  readonly kind: 'lost';
  readonly message: string;
}

type Final = Exclude<Answer, { readonly kind: 'code' }> | Loss;

async function spawn(): Promise<[child: ChildProcess, image: Image]> {
  const child = fork(process.argv[1] ?? '', ['repl', CHILD_OPTION], {
    serialization: 'advanced',
    // What the statements print comes out; they do not read what the user types.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = await wait(child, undefined, () => undefined);
  if (answer.kind !== 'ready')
    throw new Error('message' in answer ? answer.message : 'the process does not start');
  return [child, answer.image];
}

function ask(
  child: ChildProcess,
  request: Request,
  seconds: number | undefined,
  onCode: (answer: Extract<Answer, { readonly kind: 'code' }>) => void,
): Promise<Final> {
  const answer = wait(child, seconds, onCode);
  // A process that has ended meanwhile is noticed there.
  child.send(request, () => undefined);
  return answer;
}

/** Waits for the last answer to a request. `seconds`: how long, once the code runs. */
function wait(
  child: ChildProcess,
  seconds: number | undefined,
  onCode: (answer: Extract<Answer, { readonly kind: 'code' }>) => void,
): Promise<Final> {
  return new Promise(resolve => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (answer: Final): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (answer: Answer): void => {
      if (answer.kind !== 'code') return finish(answer);
      onCode(answer);
      if (seconds === undefined) return;
      const message = `stopped: it ran for more than ${seconds} second${seconds === 1 ? '' : 's'}`;
      timer = setTimeout(() => finish({ kind: 'lost', message }), 1000 * seconds);
    };
    const onExit = (status: number | null, signal: string | null): void => {
      const how = signal ?? `status ${status}`;
      finish({ kind: 'lost', message: `the process that ran it has ended: ${how}` });
    };
    child.on('message', onMessage);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
    else child.on('exit', onExit);
  });
}
