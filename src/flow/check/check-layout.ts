import type { Flow } from '../flow-document.ts';
import { flowFix, flowProblem, type FlowProblem } from './flow-problem.ts';

/** Groups whose steps are gone. */
export function checkLayout({ layout }: Flow): readonly FlowProblem[] {
  return layout.groups.flatMap(({ id, title, steps }, at) =>
    steps.length > 0
      ? []
      : [
          flowProblem('group-empty', { group: title }, ['layout', 'groups', at], {
            severity: 'hint',
            fixes: [flowFix('remove-group', { group: title }, { type: 'group.remove', group: id })],
          }),
        ],
  );
}
