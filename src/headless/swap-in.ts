import { open, rename } from 'node:fs/promises';

/**
 * Writes a file anew and swaps it in, for its owner only: a crash leaves the old or the new one, never half of one. Whoever
 * writes it has its lock (`file-lock.ts`).
 */
export async function swapIn(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
