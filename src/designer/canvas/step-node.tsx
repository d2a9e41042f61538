import { Handle, Position, type NodeProps } from '@xyflow/react';
import {
  Check,
  CircleAlert,
  Clock3,
  Ellipsis,
  Plus,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import { lazy, memo, Suspense, type MouseEvent } from 'react';
import type { StepRun } from '../../runtime/contract.ts';
import { wordsOf } from '../../shared/index.ts';
import { operationOf, inPort, type Step } from '../../flow/index.ts';
import { say } from '../../words/first.ts';
import { indexOf } from '../state/step-index.ts';
import {
  useDocument,
  useRun,
  useShelves,
  useView,
  useWorkbench,
  useProblems,
} from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { focusStepPanel } from '../ui/focus.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { freeOutPort, portsOf } from '../state/step-ports.ts';
import { statusLine, withValues, type StatusTone } from '../state/step-status.ts';
import { handleTop, heightFor } from '../state/step-box.ts';
import type { StepNodeType } from './to-canvas.ts';
import { useFilledValues } from './use-filled-values.ts';
import { openTab } from '../state/problem-place.ts';
import css from './step-node.module.css';

const StepTime = lazy(() =>
  import('./step-time.tsx').then(({ StepTime }) => ({ default: StepTime })),
);

const noProblems: readonly never[] = [];

/** A step on the canvas: 220 x 72. It reads its own slice by its id and keeps no state (it may be unmounted any time). */
export const StepNode = memo(function StepNode({
  id,
  selected,
  dragging,
}: NodeProps<StepNodeType>) {
  const { catalog, view } = useWorkbench();
  const canvas = useCanvasStore();
  const entry = useDocument((state) => state.flow && indexOf(state.flow).steps.get(id));
  const isLast = useDocument(
    (state) => state.flow !== undefined && !indexOf(state.flow).after.has(id),
  );
  const isFirst = useDocument(
    (state) => state.flow !== undefined && !indexOf(state.flow).before.has(id),
  );
  const freePort = useDocument(
    ({ flow }) => flow && entry && freeOutPort(flow, entry.step, catalog),
  );
  const readOnly = useDocument((state) => state.readOnly);
  const run = useRun((state) => state.run?.steps[id]);
  const leftOut = useShelves((state) => state.byStep[id]?.leftOut === true);
  const problems = useProblems((state) => state.byStep[id] ?? noProblems);
  const far = useCanvas((state) => state.far);
  const tabStop = useCanvas((state) => state.tabStop === id);
  const target = useCanvas((state) =>
    state.connecting === undefined || state.connecting.from === id
      ? undefined
      : state.connecting.valid.has(id)
        ? 'yes'
        : 'no',
  );
  const adding = useView(
    (state) =>
      state.insertAt !== undefined && 'after' in state.insertAt && state.insertAt.after === id,
  );
  const filled = useFilledValues(entry?.step);
  if (entry === undefined || freePort === undefined) return null;

  const { step, number } = entry;
  const component = catalog.component(step.component);
  const operation = operationOf(step, catalog);
  const ports = portsOf(step, operation);
  const status = withValues(
    statusLine(step, run, problems, { isFirst, ports: ports.out, leftOut }),
    filled,
  );
  const words =
    component === undefined
      ? say('canvas.unknown-component')
      : operation === undefined
        ? undefined
        : wordsOf(operation.title);

  function onClick(event: MouseEvent) {
    canvas.setState({ tabStop: id });
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      view.toggleStep(id);
      return;
    }
    view.selectStep(id, view.getState().selectedStep === id ? undefined : openTab(problems));
    view.setState({ narrowTab: 'step' });
    // A click without a pointer came from Enter or Space: the keyboard goes on in the panel.
    if (event.detail === 0) focusStepPanel();
  }

  function addAfter(port: string) {
    view.setState({ insertAt: { after: id, port }, paletteOpen: true });
  }

  return (
    <div
      className={css.step}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-far={far || undefined}
      data-disabled={step.disabled || undefined}
      data-target={target}
      data-adding={adding || undefined}
      data-ways={ports.out.length > 1 || undefined}
      style={{ height: heightFor(ports.out.length) }}
    >
      {ports.in && (
        <Handle
          type="target"
          id={inPort}
          position={Position.Left}
          className={css.port}
          isConnectable={!readOnly}
          role="img"
          aria-label={say('canvas.port-in', { name: step.name })}
        />
      )}
      <button
        type="button"
        className={css.body}
        data-step-button={id}
        tabIndex={tabStop ? 0 : -1}
        aria-label={[
          say('canvas.step-label', { number, name: step.name }),
          words,
          status?.text,
          step.note === undefined ? undefined : say('canvas.step-note', { text: step.note }),
        ]
          .filter((part) => part !== undefined)
          .join(', ')}
        aria-pressed={selected}
        aria-describedby="canvas-keys"
        onClick={onClick}
        onFocus={() => canvas.setState({ tabStop: id })}
      >
        <span className={css.icon} data-running={run?.status === 'running' || undefined}>
          <ComponentIcon component={step.component} />
          {run?.status === 'running' && <Arc />}
          {run?.status === 'done' && run.counts.refused + run.counts.held === 0 && (
            <span className={css.badge} data-tone="done">
              <Check size={10} strokeWidth={3.5} aria-hidden />
            </span>
          )}
          {run !== undefined && run.counts.refused > 0 && (
            <span className={css.badge} data-tone={isSettled(run, step) ? 'in-part' : 'refused'}>
              {run.counts.refused > 99 ? '99+' : run.counts.refused}
            </span>
          )}
        </span>
        <span className={css.words}>
          <span className={css.title}>
            <span className={css.number}>{number}</span>
            <span className={css.name} dir="auto">
              {step.name}
            </span>
            {step.note !== undefined && (
              <Tip label={step.note} multiline maw={280}>
                <span className={css.note}>
                  <StickyNote size={13} aria-hidden />
                </span>
              </Tip>
            )}
          </span>
          {words !== undefined && <span className={css.operation}>{words}</span>}
          {status !== undefined && (
            <span className={css.status} data-tone={status.tone} title={status.text}>
              <ToneIcon tone={status.tone} />
              <span className={css.statusText}>{status.text}</span>
              {run !== undefined && (
                <Suspense>
                  <StepTime run={run} />
                </Suspense>
              )}
            </span>
          )}
        </span>
      </button>
      {!readOnly && !far && (
        <IconButton
          className={`${css.menu} nodrag nopan`}
          size={22}
          tabIndex={tabStop ? 0 : -1}
          aria-label={say('canvas.step-menu', { name: step.name })}
          aria-haspopup="menu"
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            canvas.setState({ menu: { step: id, x: left, y: bottom }, tabStop: id });
          }}
        >
          <Ellipsis size={14} />
        </IconButton>
      )}
      {ports.out.map((port, at) => (
        <Handle
          key={port.id}
          type="source"
          id={port.id}
          position={Position.Right}
          className={css.port}
          style={{ top: handleTop(at, ports.out.length) }}
          isConnectable={!readOnly}
          role="img"
          aria-label={
            port.title === ''
              ? say('canvas.port-out', { name: step.name })
              : say('canvas.port-out-named', { name: step.name, port: port.title })
          }
        />
      ))}
      {ports.out.length > 1 &&
        !far &&
        ports.out.map((port, at) => (
          <span
            key={port.id}
            className={css.portName}
            style={{ top: handleTop(at, ports.out.length) }}
          >
            {port.title}
          </span>
        ))}
      {!readOnly && !far && (
        <button
          type="button"
          className={`${css.add} nodrag nopan`}
          data-last={isLast || undefined}
          tabIndex={tabStop ? 0 : -1}
          aria-label={say('canvas.add-after', { name: step.name })}
          onClick={() => addAfter(freePort)}
        >
          <Plus size={14} aria-hidden />
        </button>
      )}
    </div>
  );
});

/** What was refused is left out, and the rest goes on or has gone on. */
function isSettled({ status, counts, wentOn }: StepRun, { onFailure = 'stop' }: Step): boolean {
  if (status === 'running') return onFailure !== 'stop' || wentOn === true;
  return status === 'done' && counts.done > 0;
}

function ToneIcon({ tone }: { readonly tone: StatusTone }) {
  if (tone === 'to-do') return <TriangleAlert size={12} aria-hidden />;
  if (tone === 'held') return <Clock3 size={12} aria-hidden />;
  if (tone === 'refused' || tone === 'in-part') return <CircleAlert size={12} aria-hidden />;
  return null;
}

/** Moves around the icon while the step runs. */
function Arc() {
  return (
    <svg className={css.arc} viewBox="0 0 36 36" aria-hidden>
      <circle cx="18" cy="18" r="16.5" />
    </svg>
  );
}
