import { say } from '../../words/index.ts';
import { stopReading, useReadingProgress } from './description-thread.ts';

export interface LoadingWords {
  readonly words: string;
  readonly stop: () => void;
}

/** How far the reading of a service's description is, and how to end it; undefined while nothing of it has come. */
export function useLoadingWords(): LoadingWords | undefined {
  const progress = useReadingProgress();
  if (progress === undefined) return undefined;
  return {
    words: progress.isReading
      ? say('inspector.description-reading')
      : say('inspector.description-coming', {
          megabytes: Math.max(1, Math.round(progress.bytes / 1_000_000)),
        }),
    stop: stopReading,
  };
}
