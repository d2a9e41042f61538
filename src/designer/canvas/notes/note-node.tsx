import { ActionIcon } from '@mantine/core';
import { useReactFlow, type NodeProps } from '@xyflow/react';
import { Ellipsis } from 'lucide-react';
import { memo, useState, type MouseEvent, type PointerEvent } from 'react';
import { shortened } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { editNote, resizeNote, sizeOf } from '../../effects/note-acts.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { useDocument, useView, useWorkbench } from '../../state/workbench.ts';
import '../../ui/notes/layout-colours.css';
import { NoteText } from '../../ui/notes/note-text.tsx';
import { plainNote } from '../../ui/notes/read-note.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import type { CanvasNode } from '../to-canvas.ts';
import { NoteInPlace } from './note-in-place.tsx';
import css from './note-node.module.css';

const longestLabel = 80;

/** A note: one button for the whole of it under its words, in which only links can be pressed. */
export const NoteNode = memo(function NoteNode({ id, selected, dragging }: NodeProps<CanvasNode>) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const { getZoom } = useReactFlow();
  const [noteId = ''] = targetOfNode(id).notes ?? [];
  const note = useDocument(({ flow }) => flow?.layout.notes.find((each) => each.id === noteId));
  const readOnly = useDocument((state) => state.readOnly);
  const isEdited = useView((state) => state.editedNote === noteId && state.dialog !== 'note');
  const tabStop = useCanvas((state) => state.tabStop === id);
  const far = useCanvas((state) => state.far);
  /** While its corner is dragged. */
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  if (note === undefined) return null;

  const words = plainNote(note.text).trim();
  const said = shortened(words, longestLabel);
  const { view } = bench;

  function onClick(event: MouseEvent) {
    canvas.setState({ tabStop: id });
    if (event.ctrlKey || event.metaKey || event.shiftKey) view.toggleNote(noteId);
    // A click without a pointer came from Enter or Space.
    else if (event.detail === 0 && !readOnly) {
      view.selectSteps([], [noteId]);
      editNote(bench, noteId);
    } else view.selectSteps([], [noteId]);
  }

  function onCorner(event: PointerEvent<HTMLElement>) {
    event.stopPropagation();
    const corner = event.currentTarget;
    const from = { x: event.clientX, y: event.clientY };
    const zoom = getZoom();
    const { width, height } = note?.size ?? { width: 0, height: 0 };
    const sizeAt = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
      sizeOf(width + (clientX - from.x) / zoom, height + (clientY - from.y) / zoom);
    corner.setPointerCapture(event.pointerId);
    corner.onpointermove = (moved) => setSize(sizeAt(moved));
    corner.onpointerup = (ended) => {
      const { width: wide, height: high } = sizeAt(ended);
      corner.onpointermove = corner.onpointerup = corner.onpointercancel = null;
      setSize(undefined);
      resizeNote(bench, noteId, wide, high);
    };
    corner.onpointercancel = () => {
      corner.onpointermove = corner.onpointerup = corner.onpointercancel = null;
      setSize(undefined);
    };
  }

  return (
    <div
      className={css.note}
      data-layout-colour={note.colour}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      style={size ?? note.size}
    >
      {isEdited && !readOnly ? (
        <NoteInPlace note={noteId} node={id} />
      ) : (
        <>
          <button
            type="button"
            className={css.body}
            data-step-button={id}
            tabIndex={tabStop ? 0 : -1}
            aria-label={
              words === '' ? say('notes.label-empty') : say('notes.label', { text: said })
            }
            aria-pressed={selected}
            aria-describedby="canvas-keys"
            onClick={onClick}
            onDoubleClick={() => {
              if (!readOnly) editNote(bench, noteId);
            }}
            onFocus={() => canvas.setState({ tabStop: id })}
          />
          <div className={css.words}>
            {words === '' ? (
              <span className={css.empty}>{say('notes.empty')}</span>
            ) : (
              <NoteText text={note.text} />
            )}
          </div>
        </>
      )}
      {!readOnly && !far && !isEdited && (
        <>
          <ActionIcon
            className={`${css.menu} nodrag nopan`}
            size={22}
            tabIndex={tabStop ? 0 : -1}
            aria-label={say('notes.menu')}
            aria-haspopup="menu"
            onClick={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              canvas.setState({ menu: { step: id, x: left, y: bottom }, tabStop: id });
            }}
          >
            <Ellipsis size={14} />
          </ActionIcon>
          <span
            className={`${css.corner} nodrag nopan`}
            title={say('notes.resize')}
            onPointerDown={onCorner}
            data-note-corner
          />
        </>
      )}
    </div>
  );
});
