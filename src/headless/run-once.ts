import { setMaxListeners } from 'node:events';
import {
  runFlow,
  type Confirmation,
  type HostPorts,
  type RefusalDecision,
  type RunCatalog,
  type RunEvent,
  type RunRequest,
} from '../runtime/index.ts';

export interface OneRun {
  readonly request: RunRequest;
  readonly catalog: RunCatalog;
  readonly ports: HostPorts;
  /** Aborted: the run is cancelled. */
  readonly signal: AbortSignal;
  /** Gets every report, in order. */
  readonly tell: (event: RunEvent) => void;
  /** What is done with writes that wait; without an answer the run stands still until it is cancelled. */
  readonly onHeld: (step: string) => Confirmation | undefined;
  /** The same at a refusal that stops the flow, for runs that ask. */
  readonly onHalted?: (step: string) => RefusalDecision | undefined;
}

/**
 * The host of the engine on one machine: runs a flow once in this process, and answers for the person when the run
 * stands still. Resolves when every step is final; rejects for a bug of ours only.
 */
export function runOnce({ request, catalog, ports, signal, tell, ...answers }: OneRun) {
  // Every call under way listens to it, and every flow that is called: Node would take eleven for a leak, and say so.
  setMaxListeners(0, signal);
  return runFlow(request, catalog, ports, signal, (event) => {
    tell(event);
    if (event.type === 'step.held') send(`confirm:${event.step}`, answers.onHeld(event.step));
    if (event.type === 'step.halted') send(`refusal:${event.step}`, answers.onHalted?.(event.step));
  });

  function send(name: string, answer: Confirmation | RefusalDecision | undefined): void {
    if (answer !== undefined) ports.signal.send(name, answer);
  }
}
