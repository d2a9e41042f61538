import { Star } from 'lucide-react';
import { useRef, type PointerEvent } from 'react';
import type { ComponentSummary } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/first.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Tip } from '../ui/tip.tsx';
import css from './palette.module.css';

interface PaletteItemProps {
  readonly component: ComponentSummary;
  readonly wide: boolean;
  /** It is one of the person's favourites. */
  readonly kept: boolean;
  readonly onKeep: (kept: boolean) => void;
  /** What was found in it, where that is not its name. */
  readonly operation?: string;
  readonly onAdded?: () => void;
}

const slackPx = 6;

/** A component: a click (tap, Enter) adds it after the selected step; a drag with mouse or finger puts it anywhere. */
export function PaletteItem({
  component,
  wide,
  kept,
  onKeep,
  operation,
  onAdded,
}: PaletteItemProps) {
  const { placement } = useWorkbench();
  const addStep = useAddStep();
  const pressed = useRef<{ x: number; y: number; dragging: boolean }>(undefined);
  const title = wordsOf(component.title);

  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return;
    // From the start: a quick drag leaves the button between two moves.
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = { x: event.clientX, y: event.clientY, dragging: false };
  }
  function onPointerMove(event: PointerEvent<HTMLButtonElement>) {
    const press = pressed.current;
    if (press === undefined) return;
    const { clientX: x, clientY: y } = event;
    if (!press.dragging && Math.hypot(x - press.x, y - press.y) < slackPx) return;
    press.dragging = true;
    placement.hold({ component: component.id, x, y });
  }
  function onPointerUp() {
    if (pressed.current?.dragging === true) placement.drop();
  }
  function onPointerCancel() {
    pressed.current = undefined;
    placement.giveUp();
  }
  function onClick() {
    const wasDrag = pressed.current?.dragging === true;
    pressed.current = undefined;
    if (wasDrag) return;
    addStep(component.id);
    onAdded?.();
  }

  return (
    <div className={css.line}>
      <Tip
        label={wide ? wordsOf(component.description) : title}
        position="right"
        multiline
        maw={260}
        openDelay={600}
      >
        <button
          type="button"
          className={css.item}
          data-walk
          data-guide={`add ${component.id}`}
          aria-label={say('canvas.palette-add', { name: title })}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerCancel}
          onClick={onClick}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && pressed.current?.dragging === true) onPointerCancel();
          }}
        >
          <ComponentIcon component={component.id} />
          {wide && (
            <span className={css.title}>
              {title}
              {operation !== undefined && <small className={css.found}>{operation}</small>}
            </span>
          )}
        </button>
      </Tip>
      {wide && <KeepButton title={title} kept={kept} onKeep={onKeep} />}
    </div>
  );
}

/** Beside the item, not a stop of the Tab key of its own: → leads to it, ← back. */
function KeepButton({
  title,
  kept,
  onKeep,
}: {
  readonly title: string;
  readonly kept: boolean;
  readonly onKeep: (kept: boolean) => void;
}) {
  return (
    <button
      type="button"
      className={css.keep}
      tabIndex={-1}
      aria-pressed={kept}
      aria-label={say('canvas.palette-keep', { name: title })}
      title={say('canvas.palette-keep', { name: title })}
      onClick={() => onKeep(!kept)}
    >
      <Star size={14} fill={kept ? 'currentColor' : 'none'} />
    </button>
  );
}
