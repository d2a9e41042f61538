import { onTestFinished } from 'vitest';

/**
 * Closes it when the test that opened it has finished, what was opened last first. A hook of a shared file (`afterEach`)
 * would be heard by the first test file alone: all files of a thread have one module graph.
 */
export function closed<One extends { close(): unknown }>(one: One): One {
  onTestFinished(async () => {
    await one.close();
  });
  return one;
}
