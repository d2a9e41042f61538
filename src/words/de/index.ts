import type { Translation } from '../translation.ts';
import { access } from './access.ts';
import { arranging } from './arranging.ts';
import { canvas } from './canvas.ts';
import { catalogue } from './catalogue.ts';
import { commandLine } from './command-line.ts';
import { common } from './common.ts';
import { credentials } from './credentials.ts';
import { dataPage } from './data-page.ts';
import { earlier } from './earlier.ts';
import { failures } from './failures.ts';
import { fill } from './fill.ts';
import { find } from './find.ts';
import { flow } from './flow.ts';
import { flows } from './flows.ts';
import { help } from './help.ts';
import { groups } from './groups.ts';
import { history } from './history.ts';
import { inspector } from './inspector.ts';
import { limits } from './limits.ts';
import { lists } from './lists.ts';
import { mapper } from './mapper.ts';
import { mapping } from './mapping.ts';
import { offline } from './offline.ts';
import { notes } from './notes.ts';
import { outline } from './outline.ts';
import { picture } from './picture.ts';
import { problems } from './problems.ts';
import { proxy } from './proxy.ts';
import { reading } from './reading.ts';
import { runPanel } from './run-panel.ts';
import { runs } from './runs.ts';
import { samples } from './samples.ts';
import { shapes } from './shapes.ts';
import { shortcuts } from './shortcuts.ts';
import { steps } from './steps.ts';
import { tests } from './tests.ts';
import { uses } from './uses.ts';
import { versions } from './versions.ts';
import { workspace } from './workspace.ts';

/** German, an area a line as in `en/index.ts`. What is missing here is said in English. */
export const german = {
  access,
  arranging,
  canvas,
  catalogue,
  'command-line': commandLine,
  common,
  credentials,
  'data-page': dataPage,
  earlier,
  failures,
  fill,
  find,
  flow,
  flows,
  help,
  groups,
  history,
  inspector,
  limits,
  lists,
  mapper,
  mapping,
  offline,
  notes,
  outline,
  picture,
  problems,
  proxy,
  reading,
  'run-panel': runPanel,
  runs,
  samples,
  shapes,
  shortcuts,
  steps,
  tests,
  uses,
  versions,
  workspace,
} as const satisfies Translation;
