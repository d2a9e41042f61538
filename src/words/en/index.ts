/** All English words, an area each: one line each, so that two people can add an area at once. */
import { access } from './access.ts';
import { catalogue } from './catalogue.ts';
import { commandLine } from './command-line.ts';
import { credentials } from './credentials.ts';
import { dataPage } from './data-page.ts';
import { earlier } from './earlier.ts';
import { failures } from './failures.ts';
import { fill } from './fill.ts';
import { find } from './find.ts';
import { firstEnglish } from './first.ts';
import { flows } from './flows.ts';
import { groups } from './groups.ts';
import { inspector } from './inspector.ts';
import { limits } from './limits.ts';
import { lists } from './lists.ts';
import { mapper } from './mapper.ts';
import { mapping } from './mapping.ts';
import { picture } from './picture.ts';
import { notes } from './notes.ts';
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

/** An area's file is owned by the part that shows it. */
export const english = {
  ...firstEnglish,
  access,
  catalogue,
  'command-line': commandLine,
  credentials,
  'data-page': dataPage,
  earlier,
  failures,
  fill,
  find,
  flows,
  groups,
  inspector,
  limits,
  lists,
  mapper,
  mapping,
  picture,
  notes,
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
} as const satisfies Record<string, Readonly<Record<string, string>>>;
