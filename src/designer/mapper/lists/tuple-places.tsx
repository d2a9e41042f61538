import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { resolve, titleOf, type JsonPath, type TupleItems } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { useFieldParts } from '../field-parts.ts';
import { useBindingAt, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import css from './list-card.module.css';

interface TuplePlacesProps {
  readonly path: JsonPath;
  readonly tuple: TupleItems;
  readonly scope: readonly ListScope[];
}

/** A list whose places mean different things (first the longitude, then the latitude): each is a field with its number. */
export function TuplePlaces({ path, tuple, scope }: TuplePlacesProps) {
  const { root } = useMappingDesk();
  const { FieldRow } = useFieldParts();
  const binding = useBindingAt(path);
  const desk = useMappingDesk();
  const places = useMemo(
    () =>
      tuple.items.map((item, at) => {
        const schema = resolve(item, root);
        const title = titleOf(schema, '');
        return {
          schema,
          path: [...path, at],
          label:
            title === ''
              ? say('lists.place', { number: at + 1 })
              : say('lists.place-named', { number: at + 1, name: title }),
        };
      }),
    [tuple, path, root],
  );
  return (
    <div className={css.list}>
      {places.map((place) => (
        <FieldRow
          key={place.label}
          path={place.path}
          label={place.label}
          schema={place.schema}
          required
          scope={scope}
        />
      ))}
      {binding !== undefined && !desk.readOnly && (
        <div className={css.actions}>
          <Button size="compact-sm" variant="subtle" onClick={() => desk.set(path, undefined)}>
            {say('lists.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
