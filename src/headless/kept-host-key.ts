import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHostKey, isHostKey } from '../sandbox/index.ts';
import { swapIn } from './swap-in.ts';

/**
 * The sample file server's own key, the same from start to start: who trusted it need not trust it again. One that is broken
 * protects nothing, and is made anew: the sample services are no reason not to start.
 */
export async function keptHostKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'sample-file-server.key');
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known !== undefined && isHostKey(known)) return known;
  const made = createHostKey();
  await swapIn(path, made);
  return made;
}
