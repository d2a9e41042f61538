import { setAt, type Binding } from '../../../mapping/index.ts';
import type { Json } from '../../../shared/index.ts';
import type { PreviewCommands } from '../../state/workbench.ts';
import type { DataSource } from '../model/data-tree.ts';
import { noCuts, type DeskState, type DeskStore } from './desk-state.ts';
import { indexFailures, noFailures } from './field-failures.ts';
import { keepSame } from './keep-same.ts';

/** So long after the last key the mapping is evaluated, off this thread. */
const afterMs = 150;
/** Of each list the screen shows at most so many entries of the result. */
const mostEntries = 100;

/** Shows what the mapping makes of the current samples, what is being typed included. Gives the way to stop. */
export function followResult(desk: DeskStore, preview: PreviewCommands): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let given: { sources: readonly DataSource[]; samples: Record<string, Json | undefined> } = {
    sources: [],
    samples: {},
  };

  async function evaluate(): Promise<void> {
    const { sources, binding: kept, drafts } = desk.getState();
    const binding = withDrafts(kept, drafts);
    asked += 1;
    const mine = asked;
    if (binding === undefined) {
      desk.setState({ result: undefined, cuts: noCuts, failures: noFailures });
      return;
    }
    // The same object for the same sources: the preview thread then has the data already.
    if (given.sources !== sources)
      given = {
        sources,
        samples: Object.fromEntries(sources.map(({ type, sample }) => [type.from, sample])),
      };
    const made = await preview.evaluate(binding, given.samples, { mostEntries });
    if (mine !== asked) return;
    desk.setState({
      result: keepSame(desk.getState().result, made.value),
      cuts:
        made.cuts.length === 0
          ? noCuts
          : new Map(made.cuts.map(({ path, count }) => [JSON.stringify(path), count])),
      failures: indexFailures(made.problems, binding),
    });
  }

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void evaluate(), ms);
  };
  plan(0);
  const stop = desk.subscribe((now, before) => {
    if (now.drafts !== before.drafts && now.drafts.size > 0) plan(afterMs);
    else if (now.binding !== before.binding || now.sources !== before.sources) plan(0);
  });
  return () => {
    stop();
    asked += 1;
    clearTimeout(timer);
  };
}

function withDrafts(
  binding: Binding | undefined,
  drafts: DeskState['drafts'],
): Binding | undefined {
  return [...drafts.values()].reduce<Binding | undefined>(
    (tree, draft) => setAt(tree, draft.path, draft.binding),
    binding,
  );
}
