/** The worker that translates. It never runs what the user has written, so that it always answers. */
import type { Source } from './messages.ts';
import { translate } from './translation.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; source: Source }>) => {
  postMessage({ id: data.id, translated: translate(data.source) });
});
