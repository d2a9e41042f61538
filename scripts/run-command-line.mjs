import { endWhenStuck } from './end-when-stuck.mjs';

/**
 * The command line as a process: the first Ctrl+C stops the run in good order, so that every step is final and said;
 * the second one ends at once. A program that does not come back to itself for a minute hears neither, and is ended.
 *
 * @param {typeof import('../src/headless/cli.ts').runCommandLine} runCommandLine
 * @param {{ folder: string, catalogDir: string, stuckSeconds?: number }} where
 */
export async function runAsProcess(runCommandLine, { folder, catalogDir, stuckSeconds = 60 }) {
  endWhenStuck(stuckSeconds);
  const cancel = new AbortController();
  const stop = () => {
    if (cancel.signal.aborted) process.exit(130);
    cancel.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever reads along has seen enough (`| head`, `2>&1 | head`): nobody is left to tell, and the run is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => cancel.abort());

  const code = await runCommandLine(process.argv.slice(2), {
    folder,
    catalogDir,
    environment: process.env,
    stdin: process.stdin,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    signal: cancel.signal,
  });
  // A wait before another try must not keep the terminal once the run has ended; what was written is let out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
