/**
 * The three servers of the proxy rows, each a process of its own: the service, a bare pass-through to it, and Footbridge.
 * A part tells its port when it listens, and its memory when it is asked.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'undici';
import { z } from 'zod';
import { startServer } from '../src/headless/serve.ts';

const small = JSON.stringify({ id: 'c-0001', name: 'Ada Lovelace', notes: 'x'.repeat(900) });
const chunk = Buffer.alloc(64 * 1024, 7);
export const downloadBytes = 50 * 1024 * 1024;

export async function serveProxyPart(part: string): Promise<void> {
  const [name, target = ''] = part.split('=');
  process.on('message', (asked: Asked) => {
    if (asked === 'memory') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.(asked === 'memory' ? process.memoryUsage().rss : user + system);
  });
  process.on('disconnect', () => process.exit(0));
  if (name === 'footbridge') return serveFootbridge(target);
  const server = createServer(name === 'bare' ? passThrough(target) : answer);
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port); // a TCP server's address is never a pipe's name
  });
}

const answer: RequestListener = (request, response) => {
  if (request.url === '/small') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(small);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  let left = downloadBytes;
  const more = (): void => {
    while (left > 0) {
      left -= chunk.byteLength;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', more);
  more();
};

/** What a proxy costs at least: the call is read, sent on, and its answer streamed back. */
function passThrough(target: string): RequestListener {
  const agent = new Agent();
  return (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { path } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { path: string };
      agent
        .request({ origin: target, path, method: 'GET' })
        .then(({ statusCode, headers, body }) => {
          response.writeHead(statusCode, {
            'content-type': String(headers['content-type'] ?? 'text/plain'),
          });
          body.pipe(response);
        })
        .catch(() => response.destroy());
    });
  };
}

async function serveFootbridge(target: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'footbridge-bench-'));
  const server = await startServer({
    port: 0,
    pageDir: 'dist/page',
    dataDir,
    quiet: true,
    // A fast machine makes more calls in a minute than one session may by default.
    environment: { FOOTBRIDGE_ALLOW: new URL(target).host, FOOTBRIDGE_CALLS_A_MINUTE: '10000000' },
  });
  process.on('disconnect', () => void rm(dataDir, { recursive: true, force: true }));
  process.send?.(server.port);
}

type Asked = 'memory' | 'processor-time';

export interface RunningPart {
  readonly url: string;
  /** MB, after a collection. */
  memory(): Promise<number>;
  /** Microseconds since it started. Other work on the machine hardly touches it. */
  processorTime(): Promise<number>;
  close(): void;
}

export async function startPart(part: string): Promise<RunningPart> {
  const script = process.argv[1];
  if (script === undefined) throw new Error('this program has no file');
  const flags = ['--expose-gc', ...(await flagsOfStart())];
  const child = spawn(process.execPath, [...flags, script, '--proxy-part', part], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let hear: (value: number) => void = () => undefined;
  let fail: (cause: Error) => void = () => undefined;
  child.on('message', (message) => hear(Number(message)));
  child.on('exit', () => fail(new Error(`${part} ended`)));
  const next = (): Promise<number> =>
    new Promise((resolve, reject) => {
      hear = resolve;
      fail = reject;
    });
  const port = await next();
  const ask = (asked: Asked): Promise<number> => {
    const told = next();
    child.send(asked);
    return told;
  };
  return {
    url: `http://127.0.0.1:${String(port)}`,
    memory: async () => (await ask('memory')) / 1024 / 1024,
    processorTime: () => ask('processor-time'),
    close: () => child.disconnect(),
  };
}

/** What `npm start` tells Node; the same for every part. */
async function flagsOfStart(): Promise<readonly string[]> {
  const { scripts } = startScript.parse(JSON.parse(await readFile('package.json', 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const startScript = z.object({ scripts: z.object({ start: z.string() }) });
