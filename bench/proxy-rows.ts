/** Calls through Footbridge beside a bare pass-through: the same client, the same service, three processes besides this one. */
import { Pool } from 'undici';
import { z } from 'zod';
import { builtOnce } from './browser/project-scripts.ts';
import { median, percentile, sideBySide } from './measure.ts';
import { downloadBytes, startPart, type RunningPart } from './proxy-parts.ts';
import type { RowName } from './goals.ts';
import type { Report } from './report.ts';

const inFlight = 64;
const callsARound = 4_000;
/** Of so many pairs the middle one counts: the slowest hundredth swings with whatever else the machine does. */
const pacedTurns = 9;
const gigabyte = 1024 * 1024 * 1024;

interface Way {
  readonly part: RunningPart;
  readonly pool: Pool;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: (path: string, profile?: 'download') => string;
}

export async function proxyRows(report: Report, wanted: ReadonlySet<RowName>): Promise<void> {
  await builtOnce(); // Footbridge serves its page
  const parts: RunningPart[] = [];
  const start = async (part: string): Promise<RunningPart> => {
    const started = await startPart(part);
    parts.push(started);
    return started;
  };
  try {
    const service = await start('service');
    const bare = await start(`bare=${service.url}`);
    const footbridge = await start(`footbridge=${service.url}`);
    const through = await signIn(footbridge, service.url);
    const plain: Way = {
      part: bare,
      pool: new Pool(bare.url, { connections: inFlight }),
      path: '/',
      headers: {},
      body: (path) => JSON.stringify({ path }),
    };
    try {
      await speeds(report, wanted, plain, through);
      if (wanted.has('proxy.stream1gb.rss-mb'))
        report.row('proxy.stream1gb.rss-mb', await growth(footbridge, through));
    } finally {
      await Promise.all([plain.pool.destroy(), through.pool.destroy()]);
    }
  } finally {
    for (const part of parts) part.close();
  }
}

async function speeds(
  report: Report,
  wanted: ReadonlySet<RowName>,
  plain: Way,
  through: Way,
): Promise<void> {
  const costs = new Map<Way, number[]>([
    [plain, []],
    [through, []],
  ]);
  const round = (way: Way) => async (): Promise<number> => {
    const before = await way.part.processorTime();
    const took = await timeOf(way, callsARound);
    costs.get(way)?.push(((await way.part.processorTime()) - before) / callsARound);
    return took;
  };
  const { ratio, one, other } = await sideBySide(round(plain), round(through), {
    warm: 2,
    counted: 5,
  });
  const rate = (ms: number): number => (callsARound / ms) * 1000;
  report.note(`bare ${rate(one).toFixed(0)}/s, Footbridge ${rate(other).toFixed(0)}/s`);
  const cost = (way: Way): string => median(costs.get(way) ?? []).toFixed(0);
  report.note(`processor time a call: bare ${cost(plain)} us, Footbridge ${cost(through)} us`);
  if (wanted.has('proxy.http.vs-bare')) report.row('proxy.http.vs-bare', ratio);
  if (!wanted.has('proxy.http.added-p99-ms')) return;
  const half = rate(other) / 2;
  const added: number[] = [];
  for (let turn = 0; turn < pacedTurns; turn++) {
    const without = percentile(await paced(plain, half), 99);
    added.push(percentile(await paced(through, half), 99) - without);
  }
  report.row('proxy.http.added-p99-ms', percentile(added, 50));
}

/** So many calls, 64 at a time. */
async function timeOf(way: Way, count: number): Promise<number> {
  const begun = performance.now();
  let left = count;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call(way, '/small');
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return performance.now() - begun;
}

/** Calls at a fixed rate for three seconds, whether the one before has come back or not: the wait of each in ms. */
async function paced(way: Way, aSecond: number): Promise<readonly number[]> {
  const waits: Promise<number>[] = [];
  const begun = performance.now();
  for (let sent = 0; ;) {
    const elapsed = performance.now() - begun;
    if (elapsed > 3_000) break;
    for (; sent < (elapsed / 1000) * aSecond; sent++) {
      const due = begun + (sent / aSecond) * 1000;
      waits.push(call(way, '/small').then(() => performance.now() - due));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(waits);
}

async function call(way: Way, path: string): Promise<void> {
  const answer = await way.pool.request({
    path: way.path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...way.headers },
    body: way.body(path),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || !text.includes('Ada'))
    throw new Error(`${String(answer.statusCode)}: ${text.slice(0, 200)}`);
}

/** How much memory the server has more after a gigabyte, in MB. */
async function growth(footbridge: RunningPart, way: Way): Promise<number> {
  await download(way);
  const before = await footbridge.memory();
  let most = before;
  for (let seen = 0; seen < gigabyte; seen += downloadBytes) {
    await download(way);
    most = Math.max(most, await footbridge.memory());
  }
  return most - before;
}

async function download(way: Way): Promise<void> {
  const answer = await way.pool.request({
    path: way.path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...way.headers },
    body: way.body('/large', 'download'),
  });
  let bytes = 0;
  for await (const part of answer.body) bytes += (part as Buffer).byteLength;
  if (bytes !== downloadBytes) throw new Error(`${String(bytes)} bytes came through`);
}

const sealed = z.object({ token: z.string() });

/** A session with a sealed key, so that every call opens it and searches its answer. */
async function signIn(part: RunningPart, service: string): Promise<Way> {
  const { url } = part;
  const document = await fetch(url, { headers: { accept: 'text/html' } });
  const [cookie = ''] = (document.headers.get('set-cookie') ?? '').split(';');
  const headers = { cookie, 'x-footbridge': '1' };
  const answer = await fetch(`${url}/api/credentials`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      component: 'catalog:rest',
      type: 'token',
      values: { address: service, token: 'a-token-of-this-measurement' },
    }),
  });
  const { token } = sealed.parse(await answer.json());
  return {
    part,
    pool: new Pool(url, { connections: inFlight }),
    path: '/api/call',
    headers,
    body: (path, profile) =>
      JSON.stringify({
        component: 'catalog:rest',
        effect: 'read',
        origin: { from: 'settings', at: '/address' },
        address: service,
        method: 'GET',
        path,
        query: [],
        headers: [],
        credential: token,
        ...(profile === undefined ? {} : { profile }),
      }),
  };
}
