import { ChevronDown, ChevronRight, CornerDownRight, Split } from 'lucide-react';
import { say } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument } from '../state/workbench.ts';
import type { OutlineRow } from './outline-rows.ts';
import { RowButtons } from './row-buttons.tsx';
import type { RowProps } from './row-props.ts';
import { wayName } from './use-outline-rows.ts';
import css from './outline.module.css';

interface LineProps<Kind extends OutlineRow['kind']> extends RowProps {
  readonly of: Extract<OutlineRow, { kind: Kind }>;
}

/** A way on by its name: the connection, and what follows on it below. */
export function WayRow({ of, row, indent, ...buttons }: LineProps<'way'>) {
  const from = useDocument(({ flow }) => flow && indexOf(flow).steps.get(of.step)?.step.name);
  const way = wayName(of);
  const isEmpty = of.edge === undefined;
  const label = isEmpty ? 'outline.way-empty-label' : 'outline.way-label';
  const Fold = row['aria-expanded'] === true ? ChevronDown : ChevronRight;
  return (
    <div
      {...row}
      className={css.row}
      data-kind="way"
      aria-label={say(label, { step: from ?? '', way })}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      {of.opens ? <Fold size={15} aria-hidden /> : <Split size={15} aria-hidden />}
      <span className={css.way}>{way}</span>
      {isEmpty && <span className={css.quiet}>{say('outline.way-empty')}</span>}
      <RowButtons
        {...buttons}
        addLabel={say('outline.way-add', { way })}
        {...(!isEmpty && { menuLabel: say('outline.way-menu', { way }) })}
      />
    </div>
  );
}

/** A reference to a step that stands elsewhere: the connection to it. */
export function JoinRow({ of, row, indent, ...buttons }: LineProps<'join'>) {
  const entry = useDocument(({ flow }) => flow && indexOf(flow).steps.get(of.step));
  if (entry === undefined) return null;
  const target = { number: entry.number, name: entry.step.name };
  return (
    <div
      {...row}
      className={css.row}
      data-kind="join"
      aria-label={say('outline.join-label', target)}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      <CornerDownRight size={15} aria-hidden />
      <span className={css.quiet}>{say('outline.join', target)}</span>
      <RowButtons
        {...buttons}
        addLabel={say('outline.insert-into')}
        menuLabel={say('outline.join-menu', target)}
      />
    </div>
  );
}
