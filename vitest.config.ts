import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', 'e2e/**', 'bench/**'],
    testTimeout: 10_000,
    // Times on screen and in samples are the flow's, not the machine's; a test that forgets it fails far from UTC.
    env: { TZ: 'Pacific/Auckland' },
  },
});
