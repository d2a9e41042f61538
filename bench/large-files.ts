/** Files of 100 MB, as `footbridge run` passes them on and reads them: what this process holds meanwhile, the file server in it too. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { linesOf, startLargeFiles } from '../src/proxy/testing/large-files.ts';
import {
  accountOf,
  onOneMachine,
  ran,
  read,
  rows,
  write,
} from '../src/headless/testing/file-flows.ts';
import type { Step } from '../src/flow/index.ts';
import { median } from './measure.ts';
import type { Report } from './report.ts';

const bytes = 100 * 1024 * 1024;
const goes = 5;

export async function largeFiles(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-bench-'));
  const large = await startLargeFiles();
  const own = onOneMachine(
    { allow: [`127.0.0.1:${String(large.port)}`], account: accountOf(large.form) },
    folder,
  );
  try {
    const list = linesOf(`1,Ada Lovelace,${'x'.repeat(180)}`, bytes);
    large.made.set('big.csv', list);
    const growth = async (last: Step): Promise<number> => {
      globalThis.gc?.();
      await pause(100);
      const before = process.memoryUsage.rss();
      let most = before;
      const look = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
      }, 20);
      const { state, words } = await ran(own, [read('big.csv'), last]);
      clearInterval(look);
      if (state.status !== 'done') throw new Error(words ?? state.status);
      return (most - before) / 1024 / 1024;
    };
    const passed: number[] = [];
    const taken: number[] = [];
    for (let go = 0; go < goes; go++) {
      passed.push(await growth(write('read')));
      if (large.written.get('out.csv')?.size !== list.size) throw new Error('not all of it came');
      large.written.clear();
    }
    for (let go = 0; go < goes; go++) taken.push(await growth(rows('rows', 'csv/read-file')));
    console.log(`  growth, go by go: ${[...passed, ...taken].map(Math.round).join(', ')} MB`);
    report.row('files.sftp100mb.rss-mb', median(passed));
    report.row('files.csv100mb.rss-mb', median(taken));
  } finally {
    await own.close();
    await large.close();
    await rm(folder, { recursive: true, force: true });
  }
}
