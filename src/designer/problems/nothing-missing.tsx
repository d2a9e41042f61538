import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { say } from '../../words/index.ts';
import { firstLook, useFlowNext, type FlowNext } from '../state/flow-next.ts';
import { indexOf } from '../state/step-index.ts';
import { firstOutPort } from '../state/step-ports.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusPalette } from '../ui/focus.ts';

/** Nothing is missing in the steps: what comes next, and one press to do it. */
export function NothingMissing({ onLeave }: { readonly onLeave: () => void }) {
  const { view, runs, catalog } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const readOnly = useDocument((state) => state.readOnly);
  const next = useFlowNext();

  const acts: Readonly<Record<FlowNext, () => void>> = {
    decide: () => view.setState({ runPanelOpen: true, narrowTab: 'run', inspected: undefined }),
    'add-step': () => {
      const leads = flow && indexOf(flow).after;
      const last = flow?.steps.findLast(({ id }) => leads?.has(id) !== true);
      view.setState({
        paletteOpen: true,
        narrowTab: 'flow',
        ...(last !== undefined && {
          insertAt: { after: last.id, port: firstOutPort(last, catalog) },
        }),
      });
      focusPalette();
    },
    test: () => void runs.start({ kind: 'flow' }, { firstRecords: firstLook }),
    export: () => view.setState({ dialog: 'export' }),
  };
  return (
    <EmptyState
      picture={<CircleCheck size={28} color="var(--fb-green)" aria-hidden />}
      title={say(`problems.title-${next}`)}
      text={say(`problems.none-${next}`)}
    >
      {!(readOnly && next === 'add-step') && (
        <Button
          mt="xs"
          data-ready-act
          onClick={() => {
            onLeave();
            acts[next]();
          }}
        >
          {say(`problems.do-${next}`, { count: firstLook })}
        </Button>
      )}
    </EmptyState>
  );
}
