import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHostKey } from '../sandbox/index.ts';

/** The sample file server's own key, the same from start to start: who trusted it need not trust it again. */
export async function keptHostKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'sample-file-server.key');
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const made = createHostKey();
  await writeFile(path, made, { mode: 0o600 });
  return made;
}
