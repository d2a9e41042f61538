import { say } from '../../words/index.ts';
import { useListedFlows } from '../queries/listed-flows.ts';
import { useWorkbench } from '../state/workbench.ts';

/** What the flow is called; a browser that keeps nothing may still hold it. */
export function useFlowName(id: string | undefined): string {
  const { unkept } = useWorkbench();
  const listed = useListedFlows();
  const kept = listed.kind === 'ready' ? listed.flows.find((flow) => flow.id === id) : undefined;
  return kept?.name ?? unkept.get(id ?? '')?.name ?? say('catalogue.this-flow');
}
