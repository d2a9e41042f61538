/**
 * `npm run bench`: measures what the goals name, prints a line for each, and says where the run is void.
 *
 * `--only PREFIX[,PREFIX]` measures a part, `--json FILE` writes the rows as JSON. A missed goal is a line, not a failure:
 * the exit code tells whether everything could be measured.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { groups } from './groups.ts';
import { rowNames } from './goals.ts';
import { PrintedReport } from './report.ts';
import { serveOrdersStub } from './orders-stub.ts';
import { serveProxyPart } from './proxy-parts.ts';

z.config({ jitless: true });

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'string' },
      'orders-stub': { type: 'boolean' },
      'proxy-part': { type: 'string' },
    },
  });
  if (values['orders-stub'] === true) return serveOrdersStub();
  if (values['proxy-part'] !== undefined) return serveProxyPart(values['proxy-part']);

  const prefixes = values.only?.split(',').map((prefix) => prefix.trim()) ?? [''];
  const wanted = rowNames.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  if (wanted.length === 0)
    throw new Error(`--only ${values.only ?? ''} fits no row. There are:\n${rowNames.join('\n')}`);

  const report = new PrintedReport((line) => {
    console.log(line);
  });
  const failed: string[] = [];
  for (const group of groups) {
    const due = group.rows.filter((name) => wanted.includes(name));
    if (due.length === 0) continue;
    try {
      await group.measure(report, new Set(due));
    } catch (cause) {
      failed.push(...due);
      console.error(`Not measured: ${due.join(', ')}\n`, cause);
    }
  }
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify(report.rows, undefined, 2)}\n`);
  if (report.spoilt.length > 0)
    console.log(`\nThis run is void (the machine was busy): ${report.spoilt.join('; ')}.`);
  if (failed.length > 0) process.exitCode = 1;
}

await main();
