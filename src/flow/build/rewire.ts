import { mapRefs } from '../../mapping/index.ts';
import type { Step } from '../flow-document.ts';

/** The step with every ref to one of `ids` leading to its new id. */
export function rewireRefs(step: Step, ids: ReadonlyMap<string, string>): Step {
  return {
    ...step,
    slots: Object.fromEntries(
      Object.entries(step.slots).map(([name, content]) => [
        name,
        mapRefs(content, (ref) => {
          const from = ids.get(ref.from);
          return from === undefined ? ref : { ...ref, from };
        }),
      ]),
    ),
  };
}
