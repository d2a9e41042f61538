import type { NamedSample, SampleProblem } from '../../../mapping/index.ts';
import type { PreviewCommands } from '../../state/workbench.ts';
import { noMisfits, type DeskState, type DeskStore, type Misfits } from './desk-state.ts';
import { fieldOf } from './field-failures.ts';

/** Later than everything that answers the last key. */
const afterMs = 600;
/** Enough to see how real data varies. */
const recordsChecked = 100;

/** Holds what the mapping makes of the recorded data against what is needed, in a thread. Gives the way to stop. */
export function followRecords(desk: DeskStore, preview: PreviewCommands): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let given: { of: DeskState['records'] | undefined; samples: readonly NamedSample[] } = {
    of: undefined,
    samples: [],
  };

  async function check(): Promise<void> {
    const { binding, root, types, records, facts } = desk.getState();
    asked += 1;
    const mine = asked;
    if (given.of !== records) given = { of: records, samples: samplesOf(records) };
    const found =
      binding === undefined || facts?.kind === 'condition' || given.samples.length === 0
        ? []
        : await preview.checkRecords(root, types, given.samples, binding);
    if (mine !== asked) return;
    const misfits = found.length === 0 ? noMisfits : byField(found, binding);
    if (misfits !== desk.getState().misfits) desk.setState({ misfits });
  }

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), ms);
  };
  plan(afterMs);
  const stop = desk.subscribe((now, before) => {
    if (
      now.binding !== before.binding ||
      now.records !== before.records ||
      now.root !== before.root ||
      now.types !== before.types
    )
      plan(afterMs);
  });
  return () => {
    stop();
    asked += 1;
    clearTimeout(timer);
  };
}

/** Each under its number, as the stepper counts them. */
function samplesOf(records: DeskState['records']): readonly NamedSample[] {
  return Array.from({ length: Math.min(records.count, recordsChecked) }, (_, record) => ({
    name: String(record + 1),
    sources: records.at(record),
  }));
}

function byField(problems: readonly SampleProblem[], binding: DeskState['binding']): Misfits {
  const found = new Map<string, SampleProblem[]>();
  for (const problem of problems) {
    const key = JSON.stringify(fieldOf(problem.path, binding));
    const here = found.get(key);
    if (here === undefined) found.set(key, [problem]);
    else here.push(problem);
  }
  return found;
}
