import { ActionIcon, Button } from '@mantine/core';
import { List, Plus, X } from 'lucide-react';
import {
  isJsonList,
  itemsOf,
  kindsOf,
  resolve,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import {
  compileBinding,
  inferType,
  type Binding,
  type ForEachPart,
  type ListBinding,
  type ListPart,
} from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useFieldParts } from './field-parts.ts';
import {
  sourcesSeen,
  useBindingAt,
  useMappingDesk,
  type ListScope,
  type MappingDesk,
  type PickTarget,
} from './mapping-desk.ts';
import { Pill } from './pill.tsx';
import css from './mapper.module.css';

interface ListEditorProps {
  readonly path: JsonPath;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly target: PickTarget;
  readonly inputId: string;
}

/** A list is made from cards: one for each entry of another list, and fixed entries; the parts follow each other. */
export function ListEditor({ path, label, schema, scope, target, inputId }: ListEditorProps) {
  const desk = useMappingDesk();
  const entry = resolve(itemsOf(schema, desk.root) ?? {}, desk.root);
  const binding = useBindingAt(path);
  const parts = binding?.kind === 'list' ? binding.parts : [];
  const isGroups = kindsOf(entry, desk.root).kinds.has('object');
  const setParts = (next: readonly ListPart[]) =>
    desk.set(
      path,
      next.length === 0 ? undefined : ({ kind: 'list', parts: next } satisfies ListBinding),
    );
  const own: PickTarget = {
    ...target,
    accept: (picked) =>
      desk.set(
        path,
        isGroups && isListOf(picked, desk, scope)
          ? { kind: 'list', parts: [...parts, cardFor(picked, path)] }
          : parts.length === 0
            ? picked
            : { kind: 'list', parts: [...parts, { item: picked }] },
      ),
  };
  const pickList = () => {
    desk.offer(own);
    desk.openData();
  };
  return (
    <div
      className={css.list}
      onFocus={(event) => event.target === event.currentTarget && desk.offer(own)}
    >
      {parts.map((part, at) => (
        <ListCard
          // A part's place is who it is: parts are appended and removed, never sorted.
          key={at}
          part={part}
          path={[...path, at]}
          entry={entry}
          label={titleOf(entry, label)}
          scope={scope}
          onChange={(next) => setParts(parts.with(at, next))}
          onRemove={() => setParts(parts.toSpliced(at, 1))}
        />
      ))}
      {!desk.readOnly && (
        <div className={css.listActions}>
          <Button
            id={inputId}
            size="compact-sm"
            variant="default"
            leftSection={<List aria-hidden size={14} />}
            aria-label={`${label}: ${say('mapper.list-add-each')}`}
            onClick={pickList}
          >
            {say('mapper.list-add-each')}
          </Button>
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

interface ListCardProps {
  readonly part: ListPart;
  readonly path: JsonPath;
  readonly entry: JsonSchema;
  readonly label: string;
  readonly scope: readonly ListScope[];
  readonly onChange: (part: ListPart) => void;
  readonly onRemove: () => void;
}

function ListCard({ part, path, entry, label, scope, onChange, onRemove }: ListCardProps) {
  const desk = useMappingDesk();
  const { FieldList, FieldRow } = useFieldParts();
  const isEach = 'forEach' in part;
  const inner = isEach ? [scopeOf(part, desk, scope), ...scope] : scope;
  const isGroup = kindsOf(entry, desk.root).kinds.has('object');
  return (
    <div
      className={css.card}
      role="group"
      aria-label={
        isEach ? `${say('mapper.list-card')} ${label}` : say('mapper.list-fixed', { entry: label })
      }
    >
      <div className={css.cardHead}>
        {isEach ? (
          <>
            <span>{say('mapper.list-card')}</span>
            <Pill
              binding={part.forEach}
              scope={scope}
              onChange={(next) => onChange({ ...part, forEach: next })}
              onRemove={onRemove}
            />
            <span>{say('mapper.list-makes', { entry: label })}</span>
          </>
        ) : (
          <span>{say('mapper.list-fixed', { entry: label })}</span>
        )}
        <ActionIcon
          size="sm"
          ml="auto"
          aria-label={say('mapper.part-remove')}
          disabled={desk.readOnly}
          onClick={onRemove}
        >
          <X aria-hidden size={14} />
        </ActionIcon>
      </div>
      {isGroup ? (
        <FieldList path={path} schema={entry} scope={inner} />
      ) : (
        <FieldRow path={path} label={label} schema={entry} required={false} scope={inner} />
      )}
    </div>
  );
}

/** The entry that a card goes through, as a source with the first entry of the sample. */
function scopeOf(part: ForEachPart, desk: MappingDesk, scope: readonly ListScope[]): ListScope {
  const seen = sourcesSeen(desk, scope);
  const list = inferType(part.forEach, seen);
  const samples = Object.fromEntries(
    [...desk.sources, ...scope.map(({ source }) => source)].map(({ type, sample }) => [
      type.from,
      sample,
    ]),
  );
  const made = compileBinding(part.forEach).evaluate(samples, {
    locale: desk.locale,
    timeZone: 'UTC',
    now: 0,
    uuid: () => '',
  });
  // A list whose formula has to be waited for shows its entries by their type alone.
  const value = made instanceof Promise ? undefined : made.value;
  const entry = resolve(itemsOf(list, list) ?? {}, list);
  const title = titleOf(list, part.name);
  return {
    source: {
      type: { from: `item:${part.name}`, title, schema: entry },
      sample: isJsonList(value) ? value[0] : undefined,
    },
    through:
      part.forEach.kind === 'ref'
        ? { from: part.forEach.from, path: part.forEach.path }
        : undefined,
  };
}

function isListOf(picked: Binding, desk: MappingDesk, scope: readonly ListScope[]): boolean {
  const type = inferType(picked, sourcesSeen(desk, scope));
  return kindsOf(type, type).kinds.has('array');
}

/** A card whose scope's name is new below this list. */
function cardFor(picked: Binding, path: JsonPath): ForEachPart {
  const last =
    picked.kind === 'ref'
      ? picked.path.findLast((segment) => typeof segment === 'string')
      : undefined;
  return {
    forEach: picked,
    name: `${last ?? 'entry'}-${path.length}`,
    item: { kind: 'object', props: {} },
  };
}
