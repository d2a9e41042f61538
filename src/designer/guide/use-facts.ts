import { useEffect, useRef, useState } from 'react';
import { useWorkbench, type Workbench } from '../state/workbench.ts';
import type { Facts } from './conditions.ts';

/** What a change brings with it (the checks of the flow) is waited for: a lesson looks at what has settled. */
const settlesAfterMs = 150;

export function useFacts(): Facts {
  const bench = useWorkbench();
  /** Who points at a field says it for a moment: until the mapping has taken it there. */
  const shown = useRef<Facts['shownField']>(undefined);
  const [facts, setFacts] = useState(() => factsOf(bench, undefined));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setFacts(factsOf(bench, shown.current)), settlesAfterMs);
    };
    later();
    const { document, view, run, problems } = bench;
    const noticed = view.subscribe(({ selectedStep, focusedField }) => {
      if (selectedStep !== undefined && focusedField !== undefined)
        shown.current = { step: selectedStep, field: focusedField };
    });
    const stops = [
      noticed,
      document.subscribe(later),
      view.subscribe(later),
      run.subscribe(later),
      problems.subscribe(later),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [bench]);
  return facts;
}

function factsOf(
  { catalog, document, view, run, problems }: Workbench,
  shownField: Facts['shownField'],
): Facts {
  return {
    shownField,
    catalog,
    flow: document.getState().flow,
    view: view.getState(),
    run: run.getState(),
    problems: problems.getState(),
  };
}
