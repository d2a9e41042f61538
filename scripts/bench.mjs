/** Bundles bench/run.ts (measured code is built code) and runs it with the given arguments. */
import { existsSync } from 'node:fs';
import { runProgram, runTool } from './run-program.mjs';
import { runStory } from './serve-until-ended.mjs';

await runStory(async () => {
  if (!existsSync('bench/run.ts'))
    throw new Error('bench/run.ts is missing: there is nothing to measure.');
  const args = [
    'build',
    '--ssr',
    'bench/run.ts',
    '--outDir',
    'dist/bench',
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const built = await runTool('vite/bin/vite.js', args);
  if (built.code !== 0)
    throw new Error(`The measurements could not be built.\n${built.output.trim()}`);
  const nodeArgs = ['--expose-gc', 'dist/bench/run.js', ...process.argv.slice(2)];
  const run = await runProgram(process.execPath, nodeArgs, { show: true });
  process.exit(run.code);
});
