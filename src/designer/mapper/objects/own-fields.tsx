import { Button, Group, TextInput } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useShallow } from 'zustand/react/shallow';
import type { JsonPath, JsonSchema, Wording } from '../../../shared/index.ts';
import { bindingAt, isRefusedName, renameField } from '../../../mapping/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { NewField } from '../../ui/shape/new-field.tsx';
import { useFieldParts } from '../field-parts.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { ownNames, ownSchema } from './group-shown.ts';
import css from './objects.module.css';

interface OwnFieldsProps {
  readonly path: JsonPath;
  readonly schema: JsonSchema;
  /** What a name of one's own may hold; undefined where the group takes none. */
  readonly extra: JsonSchema | undefined;
  readonly scope: readonly ListScope[];
}

/** Fields under names that the description does not list: added, renamed and removed by the person. */
export function OwnFields({ path, schema, extra, scope }: OwnFieldsProps) {
  const desk = useMappingDesk();
  // A new name has nothing yet that the mapping could hold.
  const [added, setAdded] = useState<readonly string[]>([]);
  const filled = useDesk(
    useShallow(({ binding }) => ownNames(schema, desk.root, bindingAt(binding, path))),
  );
  const names = [...filled, ...added.filter((name) => !filled.includes(name))];
  const whyNot = (name: string): Wording | undefined => {
    const because = (code: string) => ({ code: `flow.shape-name-${code}`, params: { name } });
    if (name === '') return because('empty');
    if (isRefusedName(name)) return because('refused');
    const isTaken = names.includes(name) || Object.hasOwn(schema.properties ?? {}, name);
    return isTaken ? because('taken') : undefined;
  };
  const forget = (name: string) => setAdded(added.filter((other) => other !== name));
  return (
    <>
      {names.map((name, at) => (
        <OwnField
          // A name's place is who it is: a renamed field keeps the focus.
          key={at}
          path={path}
          name={name}
          schema={ownSchema(schema, desk.root, name)}
          scope={scope}
          onRename={(typed) => {
            const next = typed.trim();
            if (next === name) return undefined;
            const why = whyNot(next);
            if (why !== undefined) return why;
            setAdded(added.map((other) => (other === name ? next : other)));
            const group = bindingAt(desk.store.getState().binding, path);
            if (group !== undefined && filled.includes(name))
              desk.set(path, renameField(group, [name], next));
            return undefined;
          }}
          onRemove={() => {
            forget(name);
            if (filled.includes(name)) desk.set([...path, name], undefined);
          }}
        />
      ))}
      {extra !== undefined && !desk.readOnly && (
        <div className={css.newField}>
          <NewField
            group={undefined}
            onAdd={(typed) => {
              const name = typed.trim();
              const why = whyNot(name);
              if (why === undefined) setAdded([...added, name]);
              return why;
            }}
          />
        </div>
      )}
    </>
  );
}

interface OwnFieldProps {
  readonly path: JsonPath;
  readonly name: string;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly onRename: (name: string) => Wording | undefined;
  readonly onRemove: () => void;
}

function OwnField({ path, name, schema, scope, onRename, onRemove }: OwnFieldProps) {
  const { readOnly } = useMappingDesk();
  const { FieldRow } = useFieldParts();
  const [draft, setDraft] = useState<string>();
  const [why, setWhy] = useState<Wording>();
  const rename = useRef<HTMLButtonElement>(null);
  const keep = () => {
    if (draft === undefined) return;
    const refused = onRename(draft);
    setWhy(refused);
    if (refused === undefined) setDraft(undefined);
  };
  // By a key the field is left for nothing else: what opened it has the focus again.
  const leave = (by: () => void) => {
    flushSync(by);
    rename.current?.focus();
  };
  return (
    <div className={css.own}>
      <FieldRow
        path={[...path, name]}
        label={name}
        schema={schema}
        required={false}
        scope={scope}
      />
      {draft !== undefined && (
        <TextInput
          size="xs"
          autoFocus
          aria-label={say('lists.own-name', { field: name })}
          error={why && sayWording(why)}
          value={draft}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setWhy(undefined);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') leave(keep);
            else if (event.key === 'Escape') {
              event.stopPropagation();
              leave(() => setDraft(undefined));
            }
          }}
        />
      )}
      {!readOnly && draft === undefined && (
        <Group gap={4}>
          <Button
            ref={rename}
            size="compact-xs"
            variant="subtle"
            leftSection={<Pencil aria-hidden size={12} />}
            aria-label={say('lists.own-rename', { field: name })}
            onClick={() => setDraft(name)}
          >
            {say('lists.rename')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            leftSection={<Trash2 aria-hidden size={12} />}
            aria-label={say('lists.own-remove', { field: name })}
            onClick={onRemove}
          >
            {say('lists.remove')}
          </Button>
        </Group>
      )}
    </div>
  );
}
