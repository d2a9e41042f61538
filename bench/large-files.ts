/**
 * Files of 100 MB, as `footbridge run` passes them on, makes and reads them: what this process holds meanwhile, the servers that
 * give and take them in it too.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
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
import { aStep, group, ref } from '../src/flow/testing/a-flow.ts';
import { median } from './measure.ts';
import type { Report } from './report.ts';

const bytes = 100 * 1024 * 1024;
const goes = 5;
const settings = { as: 'content' };

export async function largeFiles(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-bench-'));
  const large = await startLargeFiles();
  const own = onOneMachine(
    { allow: [`127.0.0.1:${String(large.port)}`], account: accountOf(large.form) },
    folder,
  );
  const row = async (
    name: Parameters<Report['row']>[0],
    steps: readonly Step[],
    check: () => void = () => undefined,
  ): Promise<void> => {
    const grown: number[] = [];
    for (let go = 0; go < goes; go++) {
      grown.push(
        await growth(async () => {
          const { state, words } = await ran(own, steps);
          if (state.status !== 'done') throw new Error(words ?? state.status);
        }),
      );
      check();
    }
    console.log(`  ${name}, go by go: ${grown.map(Math.round).join(', ')} MB`);
    report.row(name, median(grown));
  };
  try {
    const list = linesOf(`1,Ada Lovelace,${'x'.repeat(180)}`, bytes);
    large.made.set('big.csv', list);
    const rest = `<order><customer>Ada Lovelace</customer><note>${'x'.repeat(150)}</note></order>`;
    large.made.set('big.xml', inside('<orders>\n', linesOf(rest, bytes - 100), '</orders>\n'));
    const content = ref('read', 'content');
    const file = group({ name: ref('read', 'name'), content });
    await row('files.sftp100mb.rss-mb', [read('big.csv'), write('read')], () => {
      if (large.written.get('out.csv')?.size !== list.size) throw new Error('not all of it came');
      large.written.clear();
    });
    await row('files.csv100mb.rss-mb', [read('big.csv'), rows('rows', 'csv/read-file')]);
    await row('files.xml100mb.rss-mb', [read('big.xml'), rows('rows', 'xml/read-file')]);
    await row('files.zip100mb.rss-mb', [
      read('big.csv'),
      aStep('pack', 'zip/pack', {
        settings,
        slots: { input: group({ files: { kind: 'list', parts: [{ item: file }] } }) },
      }),
      aStep('open', 'zip/open', {
        settings,
        slots: { input: group({ content: ref('pack', 'content') }) },
      }),
    ]);
    await row('files.hash100mb.rss-mb', [read('big.csv'), rows('hash', 'hash/hash-file')]);
  } finally {
    await own.close();
    await large.close();
  }
  report.row('files.mail100mb.rss-mb', median(await mailed(folder)));
  await rm(folder, { recursive: true, force: true });
}

/** A file over SFTP goes into an e-mail: it is read first, since a run here has one account. */
async function mailed(folder: string): Promise<readonly number[]> {
  let taken = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      taken = 0;
      stream.on('data', (piece: Buffer) => (taken += piece.length));
      stream.on('end', () => done());
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const own = onOneMachine(
    {
      allow: [`127.0.0.1:${String(port)}`],
      account: {
        component: 'catalog:email',
        type: 'mailbox',
        form: { host: '127.0.0.1', port, encryption: 'none', from: 'ada@example.com' },
      },
    },
    folder,
  );
  const { id, size } = await own.files.keep(piecesOf(linesOf('x'.repeat(99), bytes)));
  const value = {
    to: 'grace@example.org',
    subject: 'Hello',
    text: 'Dear Grace',
    attachments: [{ name: 'big.csv', content: { $attachment: id, name: 'big.csv', size } }],
  };
  const grown: number[] = [];
  for (let go = 0; go < goes; go++) {
    grown.push(
      await growth(async () => {
        const { state, words } = await ran(own, [
          aStep('send', 'email/send', {
            credential: 'account',
            slots: { input: { kind: 'literal', value } },
          }),
        ]);
        if (state.status !== 'done') throw new Error(words ?? state.status);
        if (taken < (size / 3) * 4) throw new Error('not all of it came');
      }),
    );
  }
  console.log(`  files.mail100mb.rss-mb, go by go: ${grown.map(Math.round).join(', ')} MB`);
  await own.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return grown;
}

async function growth(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  await pause(100);
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await work();
  clearInterval(look);
  return (most - before) / 1024 / 1024;
}

type Made = ReturnType<typeof linesOf>;

async function* piecesOf({ size, part }: Made): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < size;) {
    const piece = part(at, size);
    at += piece.length;
    yield piece;
  }
}

/** Lines between a beginning and an end. */
function inside(before: string, lines: Made, after: string): Made {
  const first = Buffer.from(before);
  const last = Buffer.from(after);
  const size = first.length + lines.size + last.length;
  return {
    size,
    part(from, to) {
      if (from < first.length) return first.subarray(from, Math.min(first.length, to));
      const at = from - first.length;
      if (at < lines.size) return lines.part(at, Math.min(lines.size, to - first.length));
      return last.subarray(at - lines.size, to - first.length - lines.size);
    },
  };
}
