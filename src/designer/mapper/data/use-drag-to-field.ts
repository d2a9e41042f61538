import { useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { say, sayWording } from '../../../words/index.ts';
import { dragByPointer, type CarriedThing } from '../../ui/drag-by-pointer.ts';
import { sourcesSeen, useMappingDesk, type MappingDesk } from '../mapping-desk.ts';
import type { DataNode } from '../model/data-tree.ts';
import { fitOf, type Fit } from '../model/field-fit.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';
import css from './data.module.css';

/** The click that ends a drag comes right after it. */
const clickAfterMs = 50;

/**
 * Drags a data row onto a field by pointer events, so it works by touch and mouse alike. Fields carry `data-drop`. While
 * it goes on every field shows whether it can take the data, and the ghost says why; Shift adds to what is there; Esc ends it.
 */
export function useDragToField(): {
  start(event: ReactPointerEvent, node: DataNode): void;
  hasJustDropped(): boolean;
} {
  const desk = useMappingDesk();
  const deskNow = useRef(desk);
  deskNow.current = desk;
  const endedAt = useRef(-Infinity);

  const start = (event: ReactPointerEvent, node: DataNode) => {
    if (desk.readOnly) return;
    dragByPointer(
      event,
      () => startDrag(node, deskNow.current),
      // After the work of the drop: the click waits for it as well.
      () => (endedAt.current = performance.now()),
    );
  };

  return { start, hasJustDropped: () => performance.now() - endedAt.current < clickAfterMs };
}

function startDrag(node: DataNode, desk: MappingDesk): CarriedThing {
  const { store } = desk;
  const fits = new Map<string, Fit | undefined>();
  const ghost = document.createElement('div');
  const name = document.createElement('strong');
  const why = document.createElement('span');
  ghost.className = css.ghost ?? '';
  // A ghost that is read out would be read with every move: the question after the drop says it.
  ghost.setAttribute('aria-hidden', 'true');
  name.textContent = node.label;
  ghost.append(name, why);
  document.body.append(ghost);
  const scroll = scrollNearEdge();
  let at = { x: 0, y: 0 };

  function fit(key: string): Fit | undefined {
    if (!fits.has(key)) {
      const target = desk.targetAt(key);
      if (target === undefined) return undefined;
      fits.set(key, fitOf(node, target, desk.root, sourcesSeen(desk, target.scope)));
    }
    return fits.get(key);
  }

  /** `isNew`: other fields may have come into sight. */
  function look(adds: boolean, isNew = false): void {
    const over = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-drop]')
      ?.dataset['drop'];
    // A move within the same field tells nobody anything.
    const before = store.getState().dragged;
    if (!isNew && before?.over === over && before?.adds === adds && before.node === node) return;
    const taken = over === undefined ? undefined : fit(over);
    ghost.dataset['fit'] = taken?.kind ?? '';
    why.textContent = taken === undefined ? say('mapper.drag-hint') : wordsOf(taken, adds);
    store.setState({ dragged: { node, over, adds, fitOf: fit } });
  }

  return {
    move(x, y, adds) {
      at = { x, y };
      ghost.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
      look(adds);
      scroll.at(x, y, () => look(adds, true));
    },
    shift: (adds) => look(adds),
    end(isDrop) {
      const { dragged } = store.getState();
      scroll.end();
      ghost.remove();
      store.setState({ dragged: undefined });
      const target = dragged?.over === undefined ? undefined : desk.targetAt(dragged.over);
      if (isDrop && target !== undefined)
        desk.pick(node, target, dragged?.adds === true ? 'after' : 'replace');
    },
  };
}

function wordsOf(fit: Fit, adds: boolean): string {
  if (fit.kind !== 'fits') return sayWording(fit.reason);
  return say(adds ? 'mapper.drag-adds' : 'mapper.drag-fits');
}
