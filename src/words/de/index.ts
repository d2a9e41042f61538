import type { Translation } from '../language.ts';
import { canvas } from './canvas.ts';
import { common } from './common.ts';
import { credentials } from './credentials.ts';
import { dataPage } from './data-page.ts';
import { earlier } from './earlier.ts';
import { fill } from './fill.ts';
import { flow } from './flow.ts';
import { flows } from './flows.ts';
import { history } from './history.ts';
import { inspector } from './inspector.ts';
import { lists } from './lists.ts';
import { mapper } from './mapper.ts';
import { mapping } from './mapping.ts';
import { problems } from './problems.ts';
import { runPanel } from './run-panel.ts';
import { runs } from './runs.ts';
import { samples } from './samples.ts';
import { shortcuts } from './shortcuts.ts';
import { uses } from './uses.ts';

/** German, an area a line as in `en/index.ts`. What is missing here is said in English. */
export const german = {
  canvas,
  common,
  credentials,
  'data-page': dataPage,
  earlier,
  fill,
  flow,
  flows,
  history,
  inspector,
  lists,
  mapper,
  mapping,
  problems,
  'run-panel': runPanel,
  runs,
  samples,
  shortcuts,
  uses,
} as const satisfies Translation;
