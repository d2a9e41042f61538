import { expect, test } from 'vitest';
import { callCommands, serveCommands, type Line } from './thread-messages.ts';

/** The two ends of a line, which copies what goes over it as a browser does. */
function aLine(): readonly [Line, Line] {
  const { port1, port2 } = new MessageChannel();
  const end = (port: MessagePort): Line => ({
    postMessage: (message) => {
      port.postMessage(message);
    },
    addEventListener: (_type, listener) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        listener({ data });
      });
      port.start();
    },
  });
  return [end(port1), end(port2)];
}

const table = {
  double: (number: number) => number * 2,
  function: () => () => undefined,
  broken: () => {
    throw new Error('this broke');
  },
};

test('a question whose answer cannot be handed over fails, and so does one that breaks', async () => {
  const [page, worker] = aLine();
  serveCommands(worker, table);
  const caller = callCommands<typeof table>(page);
  await expect(caller.call('function', undefined as never)).rejects.toThrow('could not be cloned');
  await expect(caller.call('broken', undefined as never)).rejects.toThrow('this broke');
  expect(await caller.call('double', 2)).toBe(4);
  expect(caller.open).toBe(0);
});

test('a question that cannot be handed over fails, and nobody waits for its answer', async () => {
  const [page] = aLine();
  const caller = callCommands<typeof table>(page);
  await expect(caller.call('double', (() => 2) as never)).rejects.toThrow('could not be cloned');
  expect(caller.open).toBe(0);
});
