import { Button } from '@mantine/core';
import { useState } from 'react';
import { propertiesOf, requiredOf, resolve, titleOf } from '../../shared/index.ts';
import { bindingAt } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { madeInside, useFieldParts, type FieldListProps } from './field-parts.ts';
import { useFieldFilter } from './field-filter.ts';
import { useMappingDesk } from './mapping-desk.ts';
import css from './mapper.module.css';

/** More optional fields than this are folded. */
const shownOptional = 5;

/** The fields of a group: required ones first, then optional ones; many optional ones that nobody filled are folded. */
export function FieldList({ path, schema, scope, made }: FieldListProps) {
  const desk = useMappingDesk();
  const { FieldRow } = useFieldParts();
  const filter = useFieldFilter();
  const [showsAll, setShowsAll] = useState(false);
  const required = new Set(requiredOf(schema, desk.root));
  const problemNames = new Set(
    desk.problems
      .filter((problem) => path.every((part, at) => problem.path[at] === part))
      .map((problem) => problem.path[path.length]),
  );
  const fields = Object.entries(propertiesOf(schema, desk.root))
    .map(([name, property]) => ({
      name,
      property: resolve(property, desk.root),
      required: required.has(name),
    }))
    .filter(
      ({ name, required: isRequired }) =>
        filter === 'all' || (filter === 'required' ? isRequired : problemNames.has(name)),
    )
    .toSorted((one, other) => Number(other.required) - Number(one.required));
  const isNeeded = (name: string, isRequired: boolean) =>
    isRequired || problemNames.has(name) || bindingAt(desk.binding, [...path, name]) !== undefined;
  const optional = fields.filter((field) => !isNeeded(field.name, field.required));
  const folded =
    showsAll || optional.length <= shownOptional
      ? new Set<string>()
      : new Set(optional.map(({ name }) => name));

  if (fields.length === 0)
    return (
      <p className={css.quiet}>
        {say(filter === 'all' ? 'mapper.fields-none' : 'mapper.fields-none-filtered')}
      </p>
    );
  return (
    <>
      {fields
        .filter(({ name }) => !folded.has(name))
        .map(({ name, property, required: isRequired }) => (
          <FieldRow
            key={name}
            path={[...path, name]}
            label={titleOf(property, name)}
            schema={property}
            required={isRequired}
            scope={scope}
            made={madeInside(made, name)}
          />
        ))}
      {(folded.size > 0 || showsAll) && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(!showsAll)}>
          {showsAll
            ? say('mapper.fewer-fields')
            : say('mapper.more-fields', { count: folded.size })}
        </Button>
      )}
    </>
  );
}
