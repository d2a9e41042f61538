import { Bell } from 'lucide-react';
import { useEffect, useState } from 'react';
import { tellsOf, type Component, type Operation } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { deedGroups, type DeedGroup } from './deed-groups.ts';
import { OperationRow } from './operation-row.tsx';
import css from './operations.module.css';
import page from './service.module.css';

/** What a component can do, in the kinds by which people ask; the one in the address is open. */
export function Deeds({ component }: { readonly component: Component }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(askedOperation()));
  const show = (id: string, isOpen: boolean) =>
    setOpen((before) => {
      const after = new Set(before);
      if (isOpen) after.add(id);
      else after.delete(id);
      return after;
    });
  useEffect(() => {
    const [asked] = askedOperation();
    if (asked !== undefined) reveal(asked);
  }, []);
  return (
    <section aria-labelledby="can">
      <h2 id="can" className={page.title}>
        {say('catalogue.can-title')}
      </h2>
      {deedGroups(component).map((group) => (
        <section key={group.key} aria-labelledby={`deed-${group.key}`} className={css.deed}>
          <h3 id={`deed-${group.key}`} className={css.deedTitle}>
            {say(`catalogue.deed-${group.key}`)}
          </h3>
          {group.key === 'tells' ? (
            <Told
              group={group}
              onAsk={(id) => {
                show(id, true);
                reveal(id);
              }}
            />
          ) : (
            <ul className={css.operations}>
              {group.operations.map((operation) => (
                <OperationRow
                  key={operation.id}
                  component={component}
                  operation={operation}
                  open={open.has(operation.id)}
                  onOpen={(isOpen) => show(operation.id, isOpen)}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  );
}

interface ToldProps {
  readonly group: DeedGroup;
  readonly onAsk: (operation: string) => void;
}

/** They stand among what it finds: here is said what they tell, and where they are. */
function Told({ group, onAsk }: ToldProps) {
  return (
    <div className={css.tells}>
      <p>{say('catalogue.tells-help')}</p>
      <ul>
        {group.operations.map((operation) => (
          <li key={operation.id}>
            <Bell size={13} aria-hidden />
            <a
              href={`#${operation.id}`}
              onClick={(event) => {
                event.preventDefault();
                onAsk(operation.id);
              }}
            >
              {wordsOf(operation.title)}
            </a>
            <span className={page.muted}>{tellsWords(operation)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function tellsWords(operation: Operation): string {
  return say(
    tellsOf(operation) === 'new-and-changed'
      ? 'catalogue.tells-new-and-changed'
      : 'catalogue.tells-new',
  );
}

/** The operation that the address asks for. */
function askedOperation(): readonly string[] {
  const asked = decodeURIComponent(location.hash.slice(1));
  return asked === '' ? [] : [asked];
}

/** Once it is drawn open. */
function reveal(operation: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`operation-${operation}`);
    row?.scrollIntoView({ block: 'start' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  });
}
