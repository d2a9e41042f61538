import type { Deliveries } from './deliveries.ts';

/** Keeps connections alive that somebody between page and server would close as idle. */
const heartbeatMs = 20_000;

/** The server-sent events of one address, as a stream that takes no more than its reader does. */
export async function streamDeliveries(
  deliveries: Deliveries,
  id: string,
  workspace: string,
  answers: boolean,
): Promise<Response> {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let stop = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(created) {
        controller = created;
        created.enqueue(encoder.encode(': waiting for data\n\n'));
      },
      pull: () => deliveries.resume(id),
      cancel: () => stop(),
    },
    { highWaterMark: 4 },
  );
  const heartbeat = setInterval(() => {
    if ((controller?.desiredSize ?? 0) > 0) controller?.enqueue(encoder.encode(': still here\n\n'));
    deliveries.renew(id).catch(() => undefined); // a store that cannot write now may at the next beat
  }, heartbeatMs).unref();
  const release = await deliveries
    .listen(id, workspace, {
      answers,
      take(event) {
        controller?.enqueue(encoder.encode(event));
        return (controller?.desiredSize ?? 0) > 0;
      },
      close() {
        stop();
        controller?.close();
      },
    })
    .catch((cause: unknown) => {
      clearInterval(heartbeat);
      throw cause;
    });
  stop = () => {
    clearInterval(heartbeat);
    release();
  };
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Accel-Buffering': 'no',
    },
  });
}
