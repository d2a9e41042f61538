/** The built product on FOOTBRIDGE_E2E_PORT with an empty data directory, which goes when it ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, loadBuiltServer, pageDir } from './build.mjs';
import { closeAtTheEnd, runStory } from './serve-until-ended.mjs';

await runStory(async () => {
  process.env.NODE_ENV = 'production';
  await ensureBuild(console.log);
  const dataDir = await mkdtemp(join(tmpdir(), 'footbridge-e2e-'));
  const { startServer } = await loadBuiltServer();
  const port = Number(process.env.FOOTBRIDGE_E2E_PORT ?? 0);
  const server = await startServer({ port, pageDir, dataDir });
  closeAtTheEnd(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});
