/**
 * The flow as a list of lines, for the keyboard, for screen readers and for small screens.
 *
 * 1. The same selection and the same commands as on the canvas; nothing here changes the flow beside them.
 * 2. Tab reaches one line, the active one; it follows the step that is selected elsewhere.
 * 3. When the line that had the focus is gone, the line at its place takes it.
 */
import { Button } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../words/index.ts';
import type { CommandTarget } from '../effects/commands/command.ts';
import { offersFor } from '../effects/commands/commands.ts';
import { runPressed } from '../effects/commands/pressed-commands.ts';
import { focusedTarget } from '../effects/commands/targets.ts';
import { editNote } from '../effects/note-acts.ts';
import { markShown } from '../state/first-view.ts';
import { noteNodeId } from '../state/node-ids.ts';
import { indexOf } from '../state/step-index.ts';
import type { ViewState } from '../state/view-store.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusPalette } from '../ui/focus.ts';
import { plainNote } from '../ui/notes/read-note.ts';
import { TargetMenu } from '../ui/target-menu.tsx';
import { GroupRow, NoteRow, NotesRow } from './layout-rows.tsx';
import { JoinRow, WayRow } from './line-rows.tsx';
import { lineByName, outlineKey } from './outline-keys.ts';
import type { OutlineRow } from './outline-rows.ts';
import type { RowProps } from './row-props.ts';
import { StepRow } from './step-row.tsx';
import { targetOf, useOutlineActs } from './use-outline-acts.ts';
import { useOutlineRows, wayName } from './use-outline-rows.ts';
import css from './outline.module.css';

const heights = { step: 56, way: 36, join: 36, group: 40, notes: 40, note: 36 } as const;
const typedTogetherMs = 700;

interface OpenMenu {
  readonly row: OutlineRow;
  readonly target: CommandTarget;
  readonly at: { readonly x: number; readonly y: number };
}

export function Outline({ narrow }: { readonly narrow: boolean }) {
  const bench = useWorkbench();
  const { document, view } = bench;
  const tree = useOutlineRows();
  const acts = useOutlineActs();
  const { rows, closed } = tree;
  const readOnly = useDocument((state) => state.readOnly);
  const selectedSteps = useView((state) => state.selectedSteps);
  const selectedStep = useView((state) => state.selectedStep);
  const selectedEdge = useView((state) => state.selectedEdge);
  const selectedNotes = useView((state) => state.selectedNotes);
  const selectedGroup = useView((state) => state.selectedGroup);
  const [activeKey, setActiveKey] = useState<string>();
  const [menu, setMenu] = useState<OpenMenu>();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ words: '', at: 0 });
  /** The line that has the focus, or had it when it went away. */
  const focused = useRef<number>(undefined);
  const followed = useRef<string>(undefined);

  const found = rows.findIndex(({ key }) => key === activeKey);
  const active = found === -1 ? Math.min(focused.current ?? 0, rows.length - 1) : found;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'step'],
    overscan: 10,
    // Tab comes in by the active line, wherever a wheel has taken the view.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active < 0 || shown.includes(active)
        ? shown
        : [...shown, active].sort((one, other) => one - other);
    },
    initialRect: { width: 800, height: 600 },
  });

  useEffect(markShown, []);
  // Lines are of different heights: where they stand follows what they are.
  useLayoutEffect(() => virtual.measure(), [rows, virtual]);
  const asked = keyOfSelected({ selectedStep, selectedNotes, selectedGroup });
  useEffect(() => {
    // Only what is selected takes the view along, not what changes around it.
    if (followed.current === asked) return;
    const at = rows.findIndex(({ key }) => key === asked);
    if (at === -1 && asked !== undefined) {
      tree.reveal(asked);
      return;
    }
    followed.current = asked;
    if (at === -1) return;
    setActiveKey(asked);
    virtual.scrollToIndex(at);
  }, [asked, rows, virtual, tree]);
  useEffect(() => {
    if (focused.current !== undefined && isFocusLost()) focusRow(active);
  });

  function focusRow(to: number): void {
    const at = Math.max(0, Math.min(rows.length - 1, to));
    setActiveKey(rows[at]?.key);
    virtual.scrollToIndex(at);
    const line = () => scroller.current?.querySelector<HTMLElement>(`[data-row="${String(at)}"]`);
    const shown = line();
    if (shown) shown.focus();
    else requestAnimationFrame(() => line()?.focus());
  }

  /** All that is selected where the line is part of it, else the line alone. */
  function lineTarget(row: OutlineRow): CommandTarget {
    if (row.kind === 'step') return focusedTarget(bench, row.step);
    if (row.kind === 'note') return focusedTarget(bench, noteNodeId(row.note));
    return targetOf(row);
  }

  function openMenu(row: OutlineRow, anchor: HTMLElement): void {
    const target =
      row.kind === 'way' && row.edge === undefined ? { steps: [row.step] } : lineTarget(row);
    if (readOnly || offersFor(bench, target, 'flow').length === 0) return;
    const { left, bottom } = anchor.getBoundingClientRect();
    const aside = anchor.dataset['row'] === undefined ? 0 : 48;
    setMenu({ row, target, at: { x: left + aside, y: bottom } });
  }

  function enter(row: OutlineRow): void {
    if (row.kind === 'step') acts.open(row.step, true);
    else if (row.kind === 'join') focusRow(rows.findIndex(isStep(row.step)));
    else if (row.kind === 'note') editNote(bench, row.note);
    else if (row.kind === 'way' && row.edge === undefined) acts.add(row);
    else tree.setOpen(row, closed.has(row.key));
  }

  function onKeyDown(event: KeyboardEvent, row: OutlineRow, at: number): void {
    if (event.target !== event.currentTarget) return;
    const key = outlineKey(event, at, rows, closed);
    if (key === undefined) {
      if (!runCommand(event, row) && !goByName(event, at)) return;
    } else if (key.does === 'go') focusRow(key.to);
    else if (key.does === 'open' || key.does === 'close') tree.setOpen(row, key.does === 'open');
    else if (key.does === 'enter') enter(row);
    else if (key.does === 'choose') acts.choose(row);
    else if (key.does === 'toggle') acts.choose(row, true);
    else if (key.does === 'add') acts.add(row);
    else if (key.does === 'menu' && event.currentTarget instanceof HTMLElement)
      openMenu(row, event.currentTarget);
    else if (key.does === 'move') acts.move(row, key.by);
    event.preventDefault();
  }

  /** Keys of commands are for what is selected where the line is part of it, else for the line alone. */
  function runCommand(event: KeyboardEvent, row: OutlineRow): boolean {
    if (event.key === 'Escape') {
      view.selectStep(undefined);
      view.setState({ insertAt: undefined });
      return true;
    }
    return runPressed(bench, event, 'flow', lineTarget(row)) !== undefined;
  }

  function goByName(event: KeyboardEvent, at: number): boolean {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === '?') return false; // the list of keys
    const isOneWord = event.timeStamp - typed.current.at < typedTogetherMs;
    typed.current = {
      words: (isOneWord ? typed.current.words : '') + event.key,
      at: event.timeStamp,
    };
    const to = lineByName(rows.map(nameOf), at, typed.current.words);
    if (to !== undefined) focusRow(to);
    return true;
  }

  function nameOf(row: OutlineRow): string {
    if (row.kind === 'way') return wayName(row);
    if (row.kind === 'notes') return say('notes.all');
    const { flow } = document.getState();
    if (row.kind === 'group')
      return flow?.layout.groups.find(({ id }) => id === row.group)?.title ?? '';
    if (row.kind === 'note')
      return plainNote(flow?.layout.notes.find(({ id }) => id === row.note)?.text ?? '').trim();
    return (flow && indexOf(flow).steps.get(row.step)?.step.name) ?? '';
  }

  function isChosen(row: OutlineRow): boolean {
    const { steps, notes: [note] = [], group, edge } = targetOf(row);
    const [step] = steps;
    if (step !== undefined) return selectedSteps.includes(step);
    if (note !== undefined) return selectedNotes.includes(note);
    if (group !== undefined) return group === selectedGroup;
    return edge !== undefined && edge === selectedEdge;
  }

  if (rows.length === 0)
    return (
      <div className={css.empty}>
        {readOnly ? (
          <EmptyState text={say('outline.empty')} />
        ) : (
          <EmptyState title={say('canvas.empty')} text={say('outline.empty')}>
            <Button
              mt="xs"
              onClick={() => {
                view.setState({ paletteOpen: true, choosing: narrow });
                if (!narrow) focusPalette();
              }}
            >
              {say('canvas.empty-action')}
            </Button>
          </EmptyState>
        )}
      </div>
    );

  return (
    <div className={css.outline} data-narrow={narrow || undefined}>
      <div
        ref={scroller}
        className={css.tree}
        role="tree"
        aria-label={say('outline.title')}
        aria-multiselectable
        onContextMenu={(event) => {
          // Asked for by a key it may come from beside the line that has the focus.
          const line = globalThis.document.activeElement;
          const row = rows[focused.current ?? -1];
          if (event.defaultPrevented || row === undefined || !(line instanceof HTMLElement)) return;
          event.preventDefault();
          openMenu(row, line);
        }}
        onBlur={() => {
          // Not called for a line that is gone: nobody has its focus then.
          focused.current = undefined;
        }}
      >
        <div className={css.lines} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const isSelected = isChosen(row);
            const props: RowProps = {
              indent: Math.min(row.level - 1, 8),
              readOnly,
              onAdd: () => acts.add(row),
              onMenu: (button) => openMenu(row, button),
              row: {
                role: 'treeitem',
                'data-row': index,
                tabIndex: index === active ? 0 : -1,
                style: { transform: `translateY(${String(start)}px)`, height: heights[row.kind] },
                'aria-level': row.level,
                'aria-posinset': row.at,
                'aria-setsize': row.of,
                'aria-expanded': row.opens ? !closed.has(row.key) : undefined,
                'aria-selected': isSelected,
                onKeyDown: (event) => onKeyDown(event, row, index),
                onFocus: () => {
                  focused.current = index;
                  setActiveKey(row.key);
                },
                onClick: (event) => {
                  setActiveKey(row.key);
                  const isAlso = event.ctrlKey || event.metaKey || event.shiftKey;
                  if (row.kind === 'step' && !isAlso) acts.open(row.step, false);
                  else acts.choose(row, isAlso);
                },
                onContextMenu: (event) => {
                  event.preventDefault();
                  openMenu(row, event.currentTarget);
                },
              },
            };
            if (row.kind === 'step') return <StepRow key={key} step={row.step} {...props} />;
            if (row.kind === 'way') return <WayRow key={key} of={row} {...props} />;
            if (row.kind === 'group') return <GroupRow key={key} of={row} {...props} />;
            if (row.kind === 'notes') return <NotesRow key={key} of={row} {...props} />;
            if (row.kind === 'note') return <NoteRow key={key} of={row} {...props} />;
            return <JoinRow key={key} of={row} {...props} />;
          })}
        </div>
      </div>
      {menu !== undefined && (
        <TargetMenu
          key={menu.row.key}
          target={menu.target}
          at={menu.at}
          onBack={() => focusRow(rows.findIndex(({ key }) => key === menu.row.key))}
          onClose={() => {
            setMenu(undefined);
            focused.current = rows.findIndex(({ key }) => key === menu.row.key);
          }}
        />
      )}
    </div>
  );
}

/** The line of what is selected alone. */
function keyOfSelected({
  selectedStep,
  selectedNotes: [note, ...others],
  selectedGroup,
}: Pick<ViewState, 'selectedStep' | 'selectedNotes' | 'selectedGroup'>): string | undefined {
  if (selectedStep !== undefined) return `step ${selectedStep}`;
  if (selectedGroup !== undefined) return `group ${selectedGroup} 0`;
  return note === undefined || others.length > 0 ? undefined : `note ${note}`;
}

function isStep(step: string) {
  return (row: OutlineRow) => row.kind === 'step' && row.step === step;
}

function isFocusLost(): boolean {
  const { activeElement, body } = globalThis.document;
  return activeElement === null || activeElement === body;
}
