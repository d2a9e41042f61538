import { stepRows, summarise, type RunState } from '../../../runtime/contract.ts';
import type { Flow } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { partsInWords } from '../../../words/run-words.ts';

export interface RunNews {
  readonly text: string;
  /** The person has to know it now: something waits for them, or it is over. */
  readonly urgent: boolean;
}

/** Where a run is, in one sentence that changes only when something begins, waits or ends: no counts, no seconds. */
export function newsOf(run: RunState | undefined, flow: Pick<Flow, 'steps' | 'edges'>): RunNews {
  if (run === undefined) return { text: say('run-panel.status-starting'), urgent: false };
  const rows = stepRows(run, flow);
  if (run.status === 'running') {
    const now = rows.findLast(({ status }) => status === 'running');
    return {
      text:
        now === undefined
          ? say('run-panel.status-running')
          : say('run-panel.news-running', { number: now.number, name: now.name }),
      urgent: false,
    };
  }
  if (run.status === 'held') {
    const waiting = rows.find(({ status }) => status === 'halted' || status === 'held');
    return {
      text: say('run-panel.news-step', {
        number: waiting?.number ?? 0,
        name: waiting?.name ?? '',
        status: say(waiting?.status === 'halted' ? 'run-panel.step-halted' : 'run-panel.step-held'),
        counts: partsInWords(waiting?.parts ?? []),
      }),
      urgent: true,
    };
  }
  return {
    text: say('run-panel.news-end', {
      status: say(`run-panel.status-${run.status}`),
      counts: partsInWords(summarise(run, flow, run.finishedAt ?? run.startedAt).parts),
    }),
    urgent: true,
  };
}
