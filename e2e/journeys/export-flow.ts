import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Canvas } from '../panels/canvas.ts';

/** Exports the open flow as a person does; gives the file's text. */
export async function exportFlow(page: Page): Promise<string> {
  await new Canvas(page).more('Export flow');
  const dialog = page.getByRole('dialog', { name: 'Export flow' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export flow' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
