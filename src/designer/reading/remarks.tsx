import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { NoteText } from '../ui/notes/note-text.tsx';
import css from './reading.module.css';

/** What persons wrote around the steps: names of groups, and notes. */
export function Remarks({ flow }: { readonly flow: Flow }) {
  const { groups, notes } = flow.layout;
  const written = notes.filter(({ text }) => text.trim() !== '');
  const nameOf = (id: string) => indexOf(flow).steps.get(id)?.step.name ?? '';
  return (
    <>
      {groups.length > 0 && (
        <section>
          <h3 className={css.heading}>{say('reading.groups')}</h3>
          <ul className={css.remarks}>
            {groups.map(({ id, title, steps }) => (
              <li key={id}>
                {say('reading.group-of', { group: title, steps: steps.map(nameOf).join(', ') })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {written.length > 0 && (
        <section>
          <h3 className={css.heading}>{say('reading.notes')}</h3>
          <ul className={css.remarks}>
            {written.map(({ id, text }) => (
              <li key={id}>
                <NoteText text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
