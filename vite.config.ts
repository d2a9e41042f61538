import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page's policy allows scripts, styles and fonts from its own address only (no inline script, no data: font):
// hence no preload polyfill, no inlined assets.
// `--mode service-worker` builds the script that keeps the page for when there is no connection; all of it in one file.
export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: isSsrBuild ? [] : [react()],
  worker: { format: 'es' },
  build: isSsrBuild
    ? { target: 'node20', sourcemap: false, minify: false, copyPublicDir: false }
    : mode === 'service-worker'
      ? {
          target: 'baseline-widely-available',
          copyPublicDir: false,
          modulePreload: false,
          rolldownOptions: {
            input: 'src/service-worker/service-worker.ts',
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        }
      : {
          target: 'baseline-widely-available',
          sourcemap: false,
          modulePreload: { polyfill: false },
          assetsInlineLimit: 0,
          chunkSizeWarningLimit: 900,
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What the first view needs is two files: one changes with its libraries, one with us. All else is split by
                // its lazy imports.
                groups: [
                  { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
                  { name: 'page', tags: ['$initial'], priority: 1 },
                ],
              },
            },
          },
        },
}));
