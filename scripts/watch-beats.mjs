/** The thread of `end-when-stuck.mjs`. It counts its own seconds: a computer that slept is not a program that is stuck. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** @type {{ beats: Int32Array, seconds: number }} */
const { beats, seconds } = workerData;
let last = -1;
let still = 0;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  still = beat === last ? still + 1 : 0;
  last = beat;
  if (still < seconds) return;
  writeSync(
    2,
    'A formula of this flow does not come to its end, most likely because a list is very long. ' +
      'The run was ended; what was sent before is sent. Change the formula, then run the flow again.\n',
  );
  process.kill(process.pid, 'SIGKILL');
}, 1000);
