import { join } from 'node:path';

const lastPort = 65_535;

/**
 * @typedef {{ url: string, close(): Promise<void> }} Running
 */

/**
 * Starts on the wanted port, or on the next free one of the twenty after it.
 *
 * @template {Running} Server
 * @param {(port: number) => Promise<Server>} start rejects with code EADDRINUSE when the port is taken
 * @returns {Promise<Server>}
 */
export async function startOnFreePort(start) {
  const wanted = process.env.PORT;
  if (wanted !== undefined && !(/^\d{1,5}$/.test(wanted) && Number(wanted) <= lastPort)) {
    throw new Error(`PORT is "${wanted}", which is not a number from 0 to ${lastPort}.`);
  }
  const first = wanted === undefined ? 4400 : Number(wanted);
  for (let port = first; ; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= Math.min(first + 20, lastPort)) throw error;
    }
  }
}

/**
 * Ends the process in good order at Ctrl+C or when the system asks; at a second Ctrl+C at once.
 * @param {() => Promise<void>} close
 */
export function closeAtTheEnd(close) {
  let isClosing = false;
  const end = () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    // An open connection of somebody's browser must not keep the terminal.
    setTimeout(() => process.exit(0), 5000).unref();
    close().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/**
 * Runs the story of a script; a failure is one clear message, not a stack.
 * @param {() => Promise<void>} story
 */
export async function runStory(story) {
  // Every path of the project is written from its top.
  process.chdir(join(import.meta.dirname, '..'));
  try {
    await story();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
