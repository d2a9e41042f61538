import { Star } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { ComponentSummary } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/first.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Tip } from '../ui/tip.tsx';
import { useDragToCanvas } from './use-drag-to-canvas.ts';
import css from './palette.module.css';

interface PaletteItemProps {
  readonly component: ComponentSummary;
  readonly wide: boolean;
  /** The first view shows no stars but those that are lit: the others come with the mouse or the focus. */
  readonly isFirstView: boolean;
  /** It is one of the person's favourites. */
  readonly kept: boolean;
  readonly onKeep: (kept: boolean) => void;
  /** Whether the Tab key leads to it: of a long list to one, from which the arrows go on. */
  readonly isTabStop: boolean;
  readonly onReached: () => void;
  /** What was found in it, where that is not its name. */
  readonly operation?: string;
  readonly onAdded?: (() => void) | undefined;
}

/** A component: a click (tap, Enter) adds it after the selected step; a drag with mouse or finger puts it anywhere. */
export function PaletteItem({
  component,
  wide,
  isFirstView,
  kept,
  onKeep,
  isTabStop,
  onReached,
  operation,
  onAdded,
}: PaletteItemProps) {
  const addStep = useAddStep();
  const drag = useDragToCanvas(component.id, onAdded);
  const title = wordsOf(component.title);

  function onClick(event: MouseEvent) {
    if (drag.isEndOfDrag(event)) return;
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
          tabIndex={isTabStop ? 0 : -1}
          onFocus={onReached}
          data-guide={`add ${component.id}`}
          aria-label={say('canvas.palette-add', { name: title })}
          onClick={onClick}
          {...drag.handlers}
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
      {wide && (kept || !isFirstView) && <KeepButton title={title} kept={kept} onKeep={onKeep} />}
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
