import type { FlowProblem } from '../../flow/index.ts';
import { placeOfProblem } from '../state/problem-place.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStepPanel } from '../ui/focus.ts';

/** Leads to where a problem is mended: the field of the step, or for one of the flow as a whole, the flow. */
export function useGoToProblem(onLeave: () => void): (problem: FlowProblem) => void {
  const { view } = useWorkbench();
  return (problem) => {
    const { step } = problem;
    onLeave();
    if (step === undefined) {
      view.selectStep(undefined);
      view.setState({ narrowTab: 'flow' });
      return;
    }
    const { tab, field } = placeOfProblem(problem);
    view.reveal(step, tab, field);
    if (field === undefined || field.length === 0) focusStepPanel();
  };
}
