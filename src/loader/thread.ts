/**
 * Loader hooks for Node before 22.15, which run on a thread of their own. `install.ts` registers this file,
 * and sends modules that the main thread compiled itself (`loadString`) through a port.
 */
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { loadModule, type Deliveries, type LoaderOptions } from './hooks.ts';
import { resolveLater } from './resolution.ts';
import { reportThrough } from './watch.ts';

export interface ThreadData extends LoaderOptions {
  readonly port: MessagePort;
}

export interface Delivery {
  readonly url: string;
  readonly code: string;
}

// State of the thread, which has one instance of this module: Node calls the hooks as plain functions.
let data: ThreadData | undefined;
const deliveries: Deliveries = new Map();

export const initialize: InitializeHook<ThreadData> = given => {
  data = given;
  reportThrough(given.port);
};

export const resolve: ResolveHook = (specifier, context, next) =>
  resolveLater(name => next(name, context), specifier, context.parentURL);

export const load: LoadHook = (url, context, next) => {
  if (data) {
    for (let received; (received = receiveMessageOnPort(data.port));) {
      const delivery = received.message as Delivery;
      deliveries.set(delivery.url, delivery.code);
    }
  }
  return loadModule(url, context.format, deliveries, data ?? { typescript: false }) ?? next(url, context);
};
