import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import {
  itemsOf,
  kindsOf,
  resolve,
  tupleItemsOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { ListBinding, ListPart } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { focusSoon, menuClosesAfterMs } from '../ui/focus.ts';
import { AddCard } from './lists/card-source.tsx';
import { ListCard } from './lists/list-card.tsx';
import { TuplePlaces } from './lists/tuple-places.tsx';
import { targetKey, useBindingAt, useMappingDesk } from './mapping-desk.ts';
import type { PickTarget } from './desk/target.ts';
import type { ListScope } from './model/scope.ts';
import { forgetModesOfEntries } from './modes/mode-store.ts';
import { memoryKey } from './modes/use-modes.ts';
import css from './lists/list-card.module.css';

interface ListEditorProps {
  readonly path: JsonPath;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly target: PickTarget;
  readonly inputId: string;
}

/** A list is made from cards: one for each entry of another list, and fixed entries; the parts follow each other. */
export function ListEditor(props: ListEditorProps) {
  const { path, schema, scope } = props;
  const { root } = useMappingDesk();
  const tuple = tupleItemsOf(schema, root);
  return tuple === undefined ? (
    <Cards {...props} />
  ) : (
    <TuplePlaces path={path} tuple={tuple} scope={scope} />
  );
}

function Cards({ path, label, schema, scope, target, inputId }: ListEditorProps) {
  const desk = useMappingDesk();
  const binding = useBindingAt(path);
  const entry = useMemo(
    () => resolve(itemsOf(schema, desk.root) ?? {}, desk.root),
    [schema, desk.root],
  );
  const parts = binding?.kind === 'list' ? binding.parts : none;
  const paths = useMemo(() => parts.map((_, at) => [...path, at]), [parts, path]);
  const isGroups = kindsOf(entry, desk.root).kinds.has('object');
  const name = entry.title ?? say('lists.entry-of', { list: label });
  /** A place is who it was: what its fields held in other modes belongs to another entry now. */
  const forget = () => forgetModesOfEntries(memoryKey(desk.stepId, desk.slot, targetKey(path)));
  const setParts = (next: readonly ListPart[]) =>
    desk.set(
      path,
      next.length === 0 ? undefined : ({ kind: 'list', parts: next } satisfies ListBinding),
    );
  const move = (from: number, to: number) => {
    const part = parts[from];
    if (part === undefined) return;
    forget();
    setParts(parts.toSpliced(from, 1).toSpliced(to, 0, part));
    focusCard([...path, to]);
  };
  return (
    <div
      className={css.list}
      onFocus={(event) => event.target.id === inputId && desk.offer(target)}
    >
      {parts.map((part, at) => (
        <ListCard
          // A part's place is who it is.
          key={at}
          part={part}
          path={paths[at] ?? path}
          entry={entry}
          label={name}
          scope={scope}
          onChange={(next) => setParts(parts.with(at, next))}
          onRemove={() => {
            forget();
            setParts(parts.toSpliced(at, 1));
          }}
          onMoveUp={at === 0 ? undefined : () => move(at, at - 1)}
          onMoveDown={at === parts.length - 1 ? undefined : () => move(at, at + 1)}
        />
      ))}
      {!desk.readOnly && (
        <div className={css.actions}>
          <AddCard
            id={inputId}
            label={label}
            scope={scope}
            wantsGroups={isGroups}
            onChoose={(list) => desk.pick(list, target)}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus aria-hidden size={14} />}
            aria-label={`${label}: ${say('mapper.list-add-fixed')}`}
            onClick={() =>
              setParts([
                ...parts,
                { item: isGroups ? { kind: 'object', props: {} } : { kind: 'literal', value: '' } },
              ])
            }
          >
            {say('mapper.list-add-fixed')}
          </Button>
        </div>
      )}
    </div>
  );
}

const none: readonly ListPart[] = [];

/** The menu that moved a card gives its focus back to where the card was: it goes along with the card after that. */
function focusCard(path: JsonPath): void {
  const card = `[data-card="${CSS.escape(targetKey(path))}"]`;
  focusSoon(() => document.querySelector<HTMLElement>(`${card} [aria-haspopup="menu"]`), {
    afterMs: menuClosesAfterMs,
  });
}
