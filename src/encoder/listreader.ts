/** What can be asked of an action list of any architecture. It takes the list; returns its reader. */
import type { ActionList } from './actionlist.ts';
import { x86Reader } from './format/actionsize.ts';
import { arm64Reader } from './format/arm64/arm64actionsize.ts';
import type { ActionReader } from './format/chunks.ts';

export function readerOf({ arch }: ActionList): ActionReader {
  return arch === 'arm64' ? arm64Reader : x86Reader;
}
