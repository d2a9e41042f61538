import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', 'e2e/**', 'bench/**'],
    // For what hangs. A machine that is busy with something else needs three times as long for the same.
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } }, // a second, as it is otherwise, is an assertion about the machine
    // One module graph a thread: loading it anew for each file took three times as long as the tests themselves.
    // So a test leaves nothing behind: no global, no module state, no fake that stays.
    isolate: false,
    // One core less than there are is the runner's own default: of two that is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Before any module: Dexie looks for a database when it is loaded, and one graph loads it once for all files.
    setupFiles: ['fake-indexeddb/auto'],
    // Times on screen and in samples are the flow's, not the machine's; a test that forgets it fails far from UTC.
    env: { TZ: 'Pacific/Auckland' },
  },
});
