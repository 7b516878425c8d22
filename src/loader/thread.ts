/**
 * Loader hooks for Node before 22.15: they run on a thread of their own. `install.ts` registers this file, and sends
 * modules that the main thread compiled itself (`loadString`) through a port.
 */
import type { InitializeHook, LoadHook, ResolveFnOutput, ResolveHook } from 'node:module';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import {
  alternatives,
  EVALUATION,
  formatFor,
  isOwnSpecifier,
  load as loadOwn,
  type LoaderOptions,
} from './hooks.ts';
import { dastPath } from './source.ts';

export interface ThreadData extends LoaderOptions {
  readonly port: MessagePort;
}

export interface Delivery {
  readonly url: string;
  readonly code: string;
}

// The hooks thread holds one instance of this module, and Node calls its functions without a receiver.
let data: ThreadData | undefined;
const delivered = new Map<string, string>();

export const initialize: InitializeHook<ThreadData> = given => {
  data = given;
};

async function attempt(...[specifier, context, next]: Parameters<ResolveHook>): Promise<ResolveFnOutput> {
  const found = await next(specifier, context);
  return dastPath(found.url) === undefined
    ? found
    : { ...found, format: formatFor(specifier, context.parentURL) };
}

export const resolve: ResolveHook = async (specifier, context, next) => {
  if (specifier.includes(EVALUATION)) return { url: specifier, format: 'module', shortCircuit: true };
  try {
    return await attempt(specifier, context, next);
  } catch (error) {
    if (isOwnSpecifier(specifier)) return next(specifier, { ...context, parentURL: import.meta.url });
    for (const other of alternatives(specifier)) {
      try {
        return await attempt(other, context, next);
      } catch {
        // The next one, or the first error.
      }
    }
    throw error;
  }
};

export const load: LoadHook = async (url, context, next) => {
  if (data) {
    for (let message; (message = receiveMessageOnPort(data.port));) {
      const { url: of, code } = message.message as Delivery;
      delivered.set(of, code);
    }
  }
  const source = delivered.get(url);
  if (source !== undefined) {
    delivered.delete(url);
    return { format: 'module', source, shortCircuit: true };
  }
  return loadOwn(url, context.format, data ?? { typescript: false }) ?? next(url, context);
};
