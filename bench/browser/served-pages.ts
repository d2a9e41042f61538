/** The built product and the pages it is compared with, all served by the product's own server: same compression, same policy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { builtOnce, loadBuildScript, type Served } from './project-scripts.ts';

export async function serveProduct(): Promise<Served> {
  await builtOnce();
  return serve((await loadBuildScript()).pageDir);
}

/** Builds `bench/<name>` to `dist/<outDir>` as the product is built, and serves it. */
export async function serveBenchPage(name: string, outDir: string): Promise<Served> {
  await builtOnce();
  const out = join(process.cwd(), 'dist', outDir);
  await build({
    configFile: false,
    root: join(process.cwd(), 'bench', name),
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  });
  return serve(out);
}

async function serve(pageDir: string): Promise<Served> {
  const { loadBuiltServer } = await loadBuildScript();
  const { startServer } = await loadBuiltServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'footbridge-bench-'));
  const environment = { FOOTBRIDGE_SANDBOX_CRM_PORT: '0', FOOTBRIDGE_SANDBOX_NEWSLETTER_PORT: '0' };
  const server = await startServer({ port: 0, pageDir, dataDir, quiet: true, environment });
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
