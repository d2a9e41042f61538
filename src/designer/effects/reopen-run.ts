/** The run that is looked at when the page is loaded again on purpose: shown again from what the browser keeps of it. */
import type { Workbench } from '../state/workbench.ts';

const keptAs = 'footbridge.open-run';

type Shown = Pick<Workbench, 'document' | 'run' | 'runs' | 'view'>;

/** Before the page goes. */
export function keepOpenRun({ document, run, view }: Shown): void {
  const { run: last, looked } = run.getState();
  const flow = document.getState().flow?.id;
  const shown = looked?.state ?? last;
  if (flow === undefined || shown === undefined || !view.getState().runPanelOpen) return;
  try {
    sessionStorage.setItem(keptAs, JSON.stringify({ flow, run: shown.runId }));
  } catch {
    // It is among the earlier runs.
  }
}

/** Once the flow is open again. */
export async function reopenRun({ document, runs, view }: Shown): Promise<void> {
  const kept = takeKept();
  if (kept === undefined || document.getState().flow?.id !== kept.flow) return;
  const isThere = await runs.lookAt(kept.run);
  if (isThere && document.getState().flow?.id === kept.flow) view.setState({ runPanelOpen: true });
}

function takeKept(): { readonly flow: string; readonly run: string } | undefined {
  try {
    const text = sessionStorage.getItem(keptAs);
    sessionStorage.removeItem(keptAs);
    const { flow, run } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return typeof flow === 'string' && typeof run === 'string' ? { flow, run } : undefined;
  } catch {
    return undefined;
  }
}
