import { ChevronDown, ChevronRight, StickyNote } from 'lucide-react';
import { say } from '../../words/index.ts';
import { groupNodeId, noteNodeId } from '../state/node-ids.ts';
import { useDocument, useView } from '../state/workbench.ts';
import { GroupName } from '../ui/notes/group-name.tsx';
import { Swatch } from '../ui/notes/swatch.tsx';
import { plainNote } from '../ui/notes/read-note.ts';
import type { OutlineRow } from './outline-rows.ts';
import { RowButtons } from './row-buttons.tsx';
import type { RowProps } from './row-props.ts';
import css from './outline.module.css';

interface LineProps<Kind extends OutlineRow['kind']> extends RowProps {
  readonly of: Extract<OutlineRow, { kind: Kind }>;
}

/** A group by its name, with the steps of it that follow each other below. */
export function GroupRow({ of, row, indent, ...buttons }: LineProps<'group'>) {
  const group = useDocument(({ flow }) => flow?.layout.groups.find(({ id }) => id === of.group));
  const isNamed = useView((state) => state.namedGroup === of.group) && !of.isFurther;
  if (group === undefined) return null;
  const name = of.isFurther ? say('groups.goes-on', { name: group.title }) : group.title;
  const Fold = row['aria-expanded'] === true ? ChevronDown : ChevronRight;
  return (
    <div
      {...row}
      className={css.row}
      data-kind="group"
      data-step-button={of.isFurther ? undefined : groupNodeId(of.group)}
      aria-label={say('groups.label', { name, count: group.steps.length })}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      <Fold size={15} aria-hidden />
      <Swatch colour={group.colour} />
      {isNamed && !buttons.readOnly ? (
        <GroupName group={group} node={groupNodeId(of.group)} />
      ) : (
        <span className={css.name}>{name}</span>
      )}
      <span className={css.quiet}>{say('groups.count-steps', { count: group.steps.length })}</span>
      <RowButtons {...buttons} menuLabel={say('groups.menu', { name })} />
    </div>
  );
}

/** What the notes stand below. */
export function NotesRow({ row, indent, ...buttons }: LineProps<'notes'>) {
  const count = useDocument(({ flow }) => flow?.layout.notes.length ?? 0);
  const Fold = row['aria-expanded'] === true ? ChevronDown : ChevronRight;
  return (
    <div
      {...row}
      className={css.row}
      data-kind="notes"
      aria-label={say('notes.all-label', { count })}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      <Fold size={15} aria-hidden />
      <span className={css.way}>{say('notes.all')}</span>
      <RowButtons {...buttons} addLabel={say('canvas.add-note')} />
    </div>
  );
}

/** A note by its words: all of them for who does not see the line, the first for who does. */
export function NoteRow({ of, row, indent, ...buttons }: LineProps<'note'>) {
  const note = useDocument(({ flow }) => flow?.layout.notes.find(({ id }) => id === of.note));
  if (note === undefined) return null;
  const words = plainNote(note.text).trim();
  return (
    <div
      {...row}
      className={css.row}
      data-kind="note"
      data-step-button={noteNodeId(of.note)}
      aria-label={words === '' ? say('notes.label-empty') : say('notes.label', { text: words })}
      title={words}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      <StickyNote size={15} aria-hidden />
      <Swatch colour={note.colour} />
      <span className={css.note}>
        {words === '' ? say('notes.empty') : words.replaceAll('\n', ' · ')}
      </span>
      <RowButtons {...buttons} menuLabel={say('notes.menu')} />
    </div>
  );
}
