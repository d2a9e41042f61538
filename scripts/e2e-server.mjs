/**
 * The built product on FOOTBRIDGE_E2E_PORT with an empty data directory, which goes when it ends. What it keeps and what it
 * prints lies in FOOTBRIDGE_E2E_FOLDER, where specs look for what should not be there.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, loadBuiltServer, pageDir } from './build.mjs';
import { keepWhatIsPrinted } from './keep-what-is-printed.mjs';
import { closeAtTheEnd, runStory } from './serve-until-ended.mjs';

await runStory(async () => {
  process.env.NODE_ENV = 'production';
  await ensureBuild(console.log);
  const folder =
    process.env.FOOTBRIDGE_E2E_FOLDER ?? (await mkdtemp(join(tmpdir(), 'footbridge-e2e-')));
  await mkdir(folder, { recursive: true });
  keepWhatIsPrinted(join(folder, 'server.log'));
  const { startServer } = await loadBuiltServer();
  const port = Number(process.env.FOOTBRIDGE_E2E_PORT ?? 0);
  const server = await startServer({ port, pageDir, dataDir: join(folder, 'data') });
  closeAtTheEnd(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
});
