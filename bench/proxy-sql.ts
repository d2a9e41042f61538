/** A million rows of a real PostgreSQL, through the whole proxy: cancelled in the middle, and read to their end. */
import { performance } from 'node:perf_hooks';
import { askingDatabase, type Asking } from '../src/proxy/tasks/sql/testing/asking.ts';
import { formOf, type DatabaseServer } from '../src/proxy/tasks/sql/testing/database-server.ts';
import { startPostgres } from '../src/proxy/tasks/sql/testing/postgres-server.ts';
import { median } from './measure.ts';
import type { Report } from './report.ts';

const rows = 1_000_000;
const times = 5;
const settings = { table: 'many', sort: 'name' };

export async function sqlRows(report: Report): Promise<void> {
  const server = await startPostgres();
  try {
    await server.ask(
      `CREATE TABLE many AS SELECT n AS id, 'customer number ' || n AS name, n * 1.5 AS total
         FROM generate_series(1, ${String(rows)}) n`,
    );
    const database = await askingDatabase('postgresql', formOf(server));
    const cancels: number[] = [];
    for (let time = 0; time < times; time += 1) cancels.push(await cancelMs(database, server));
    report.row('proxy.sql-cancel-ms', median(cancels));
    report.row('proxy.sql1m.rss-mb', await memoryGrowth(database));
    await database.close();
  } finally {
    await server.close();
  }
}

/** While the server sorts, which takes the longest. */
async function cancelMs(database: Asking, server: DatabaseServer): Promise<number> {
  const working = async (): Promise<boolean> =>
    (
      await server.ask(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'Footbridge' AND state = 'active'",
      )
    ).length > 0;
  const cancel = new AbortController();
  const reading = database.pages('find-rows', settings, {}, cancel.signal).next();
  while (!(await working())) await pause();
  cancel.abort();
  const cancelled = performance.now();
  await reading.catch(() => undefined);
  while (await working()) await pause();
  return performance.now() - cancelled;
}

async function memoryGrowth(database: Asking): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  let count = 0;
  for await (const page of database.pages('find-rows', { table: 'many' })) {
    count += page.length;
    most = Math.max(most, process.memoryUsage.rss());
  }
  if (count !== rows) throw new Error(`${String(count)} rows came`);
  return (most - before) / 1024 / 1024;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
