import { ensureBuild, loadBuiltServer, pageDir } from './build.mjs';
import { closeAtTheEnd, runStory, startOnFreePort } from './serve-until-ended.mjs';

await runStory(async () => {
  process.env.NODE_ENV ??= 'production';
  await ensureBuild(console.log);
  const { startServer } = await loadBuiltServer();
  const dataDir = process.env.FOOTBRIDGE_DATA ?? '.footbridge';
  const server = await startOnFreePort((port) => startServer({ port, pageDir, dataDir }));
  closeAtTheEnd(() => server.close());
});
