import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page's policy allows scripts, styles and fonts from its own address only (no inline script, no data: font):
// hence no preload polyfill, no inlined assets.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [] : [react()],
  worker: { format: 'es' },
  build: isSsrBuild
    ? { target: 'node20', sourcemap: false, minify: false, copyPublicDir: false }
    : {
        target: 'baseline-widely-available',
        sourcemap: false,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 900,
        rolldownOptions: {
          output: {
            codeSplitting: {
              // Changes only when React does, so a returning person has it already. All else is split by its lazy imports.
              groups: [
                // The page's set-up has to run before the first Zod schema is made, or Zod tries the code generation that
                // the policy forbids. In one chunk with Zod it runs whenever Zod is first loaded.
                { name: 'platform', test: /(node_modules[\\/]zod[\\/]|shell[\\/]platform\.ts)/ },
                { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              ],
            },
          },
        },
      },
}));
