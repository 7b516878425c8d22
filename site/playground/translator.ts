/** The worker that translates. It never runs what the user has written, so that it always answers. */
import type { Source, Translated } from './messages.ts';
import { translate } from './translation.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; source: Source }>) => {
  postMessage({ id: data.id, translated: attempt(data.source) });
});

/** The page gets an answer also if the translator itself has a defect. */
function attempt(source: Source): Translated {
  try {
    return translate(source);
  } catch (error) {
    const message = `the translator itself has failed: ${String(error)}`;
    return {
      problems: [{ severity: 'error', message, line: 0 }],
      typescript: undefined,
      program: undefined,
    };
  }
}
