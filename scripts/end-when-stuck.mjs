import { Worker } from 'node:worker_threads';

/**
 * Ends this process, with a sentence, when it has not come back to itself for so many seconds: a formula without an
 * end lets neither a timer nor a signal in, so only another thread can.
 *
 * @param {number} seconds
 */
export function endWhenStuck(seconds) {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beats, 0, 1), 1000).unref();
  new Worker(new URL('./watch-beats.mjs', import.meta.url), {
    workerData: { beats, seconds },
    // What this process was started with (a script as text) is nothing for the thread.
    execArgv: [],
  }).unref();
}
