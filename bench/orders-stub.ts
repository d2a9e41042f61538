/**
 * The service that orders are sent to: a process of its own, so that it takes no time from what is measured.
 * It checks every order it gets and counts them; `GET /seen` gives the counts and sets them back.
 */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const sentOrder = z.strictObject({
  orderId: z.string().startsWith('o-'),
  reference: z.string().regex(/^2024-\d{4,}[0-689]$/),
  date: z.string().length(20),
  currency: z.enum(['EUR', 'SEK', 'CHF']),
  email: z.string().includes('@'),
  street: z.string().startsWith('Main street '),
  postalCode: z.string().length(5),
  city: z.string().min(4),
  country: z.string().length(2),
  buyer: z.string().includes(' '),
  state: z.enum(['paid', 'open']),
  amount: z.string().regex(/^\d+\.\d\d$/),
  items: z
    .array(
      z.strictObject({
        articleNumber: z.string().startsWith('SKU-'),
        description: z.string().min(3),
        quantity: z.number().int().min(1),
        unitPrice: z.number().min(1),
      }),
    )
    .length(5),
});

const seenSchema = z.object({ good: z.number(), bad: z.number(), different: z.number() });
type Seen = z.infer<typeof seenSchema>;

/** What the child process does. Ends when its parent does. */
export function serveOrdersStub(): void {
  let seen: Seen = { good: 0, bad: 0, different: 0 };
  let ids = new Set<string>();
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      answer(200, { ...seen, different: ids.size });
      seen = { good: 0, bad: 0, different: 0 };
      ids = new Set();
      return;
    }
    void textOf(request).then((text) => {
      const { success, data } = sentOrder.safeParse(JSON.parse(text));
      if (success) ids.add(data.orderId);
      seen = success ? { ...seen, good: seen.good + 1 } : { ...seen, bad: seen.bad + 1 };
      if (success) answer(201, { saved: true, id: data.orderId });
      else answer(422, { message: 'this is not an order' });
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port); // a TCP server's address is never a pipe's name
  });
  process.on('disconnect', () => process.exit(0));
}

export interface OrdersStub {
  readonly url: string;
  close(): void;
}

export async function startOrdersStub(): Promise<OrdersStub> {
  const script = process.argv[1];
  if (script === undefined) throw new Error('this program has no file');
  const child = spawn(process.execPath, [script, '--orders-stub'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(Number(message));
    });
    child.once('exit', () => {
      reject(new Error('the stub of the orders service did not start'));
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => {
      child.disconnect();
    },
  };
}

/** Throws when the service did not get exactly so many different, right orders since it was last asked. */
export async function expectSeen({ url }: OrdersStub, count: number): Promise<void> {
  const seen = seenSchema.parse(await (await fetch(`${url}/seen`)).json());
  if (seen.good !== count || seen.bad !== 0 || seen.different !== count)
    throw new Error(`The service should have got ${String(count)} orders: ${JSON.stringify(seen)}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
