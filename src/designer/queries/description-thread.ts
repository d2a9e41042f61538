/** What services say of themselves, read in a thread of its own, with how far that is. */
import { useSyncExternalStore } from 'react';
import type { CallFailure } from '../../catalog/index.ts';
import type { Json, Result } from '../../shared/index.ts';
import {
  createDescriptionClient,
  type DescriptionAsk,
  type ReadingProgress,
} from '../../worker/worker-client.ts';

const client = createDescriptionClient();
let progress: ReadingProgress | undefined;
client.onProgress((told) => {
  progress = told;
});

export function askDescription(
  asked: DescriptionAsk,
): Promise<Result<readonly Json[], CallFailure>> {
  return client.ask(asked);
}

export function stopReading(): void {
  client.stop();
}

/** Undefined: nothing is being read, or nothing of it has come yet. */
export function useReadingProgress(): ReadingProgress | undefined {
  return useSyncExternalStore(client.onProgress, () => progress);
}
