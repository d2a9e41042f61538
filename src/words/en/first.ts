/** What the first view says: its areas come with it, all others with the parts that say them. */
import { arranging } from './arranging.ts';
import { canvas } from './canvas.ts';
import { common } from './common.ts';
import { flow } from './flow.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { offline } from './offline.ts';
import { outline } from './outline.ts';

export const firstEnglish = {
  arranging,
  canvas,
  common,
  flow,
  help,
  history,
  offline,
  outline,
} as const satisfies Record<string, Readonly<Record<string, string>>>;
