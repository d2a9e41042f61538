import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { askingDatabase, type Asking, type Refused } from './testing/asking.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A server that answers whatever it is sent with the next of these. */
async function peer(...answers: readonly ((socket: Socket) => void)[]): Promise<Asking> {
  const server = createServer((socket) => {
    const left = [...answers];
    socket.on('error', () => undefined);
    socket.on('data', () => left.shift()?.(socket));
    ends.push(() => void socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const form = {
    host: '127.0.0.1',
    port,
    database: 'x',
    user: 'x',
    password: 'secret-of-the-test',
  };
  const asking = await askingDatabase('postgresql', { ...form, encryption: 'none' });
  ends.push(() => asking.close());
  return asking;
}

const frame = (code: string, body: Buffer, length = body.length + 4): Buffer => {
  const head = Buffer.alloc(5);
  head.write(code);
  head.writeInt32BE(length, 1);
  return Buffer.concat([head, body]);
};
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const ready = frame('Z', Buffer.from('I'));
const signedIn = (socket: Socket): void =>
  void socket.write(Buffer.concat([frame('R', number(0)), ready]));
const done = (socket: Socket): void =>
  void socket.write(Buffer.concat([frame('C', Buffer.from('SET\0')), ready]));

const notReadable: Refused = { code: 'proxy.answer-not-readable' };

it.each([7, 9])('a sign-in of a kind that is not known (%i) is refused in words', async (kind) => {
  const asking = await peer((socket) => socket.write(frame('R', number(kind))));
  expect(await asking.prove()).toMatchObject(notReadable);
});

it.each([
  ['a row with fewer than no fields', frame('D', Buffer.from([0xff, 0xff]))],
  ['a row that ends early', frame('D', Buffer.from([0, 2, 0]))],
])('%s is refused in words', async (_name, row) => {
  const asking = await peer(signedIn, done, done, (socket) => socket.write(row));
  expect(await asking.prove()).toMatchObject(notReadable);
});

it('a row where only fields were asked for is refused in words', async () => {
  const row = frame('D', Buffer.from([0, 0]));
  const asking = await peer(signedIn, done, done, (socket) => socket.write(row));
  expect(await asking.ask('describe-query', { sql: 'SELECT 1' })).toMatchObject(notReadable);
});

it('an answer that never ends is stopped at 64 MB', async () => {
  const megabyte = Buffer.alloc(1024 * 1024);
  const asking = await peer(signedIn, done, done, (socket) => {
    socket.write(frame('D', Buffer.alloc(0), 1_000_000_000));
    const more = (): void => {
      while (!socket.destroyed && socket.write(megabyte));
    };
    socket.on('drain', more);
    more();
  });
  expect(await asking.prove()).toMatchObject({
    code: 'proxy.rows-too-heavy',
    params: { megabytes: 64 },
  });
});
