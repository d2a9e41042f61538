#!/usr/bin/env node
/** `footbridge run FLOW.json`: builds when the sources changed, then hands over to the command line. */
import { join } from 'node:path';
import { ensureBuild, loadBuiltCommandLine } from './build.mjs';
import { runAsProcess } from './run-command-line.mjs';

const top = join(import.meta.dirname, '..');
// `npm run` moves to the project's folder; files are meant from where the person is.
const folder =
  process.env.npm_lifecycle_event === 'footbridge'
    ? (process.env.INIT_CWD ?? process.cwd())
    : process.cwd();

try {
  process.env.NODE_ENV ??= 'production';
  process.chdir(top);
  // Standard output is the run's.
  await ensureBuild(console.error);
  const { runCommandLine } = await loadBuiltCommandLine();
  await runAsProcess(runCommandLine, { folder, catalogDir: join(top, 'components-catalog') });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
