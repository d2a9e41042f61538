/** Time inside a worker. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function later(ms: number, act: () => void): void {
  if (ms > 0) setTimeout(act, ms);
  else breathe().then(act, act);
}

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets messages of the page in. A timer of 0 ms is stretched to 4 ms by browsers; a message to oneself is not. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
