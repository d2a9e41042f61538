import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { propertiesOf, requiredOf, resolve, titleOf } from '../../shared/index.ts';
import { bindingAt } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useFieldParts, type FieldListProps } from './field-parts.ts';
import { targetKey, useDesk, useMappingDesk } from './mapping-desk.ts';
import css from './mapper.module.css';

/** More optional fields than this are folded. */
const shownOptional = 5;

/** The fields of a group: required ones first, then optional ones; many optional ones that nobody filled are folded. */
export function FieldList({ path, schema, scope }: FieldListProps) {
  const { root } = useMappingDesk();
  const { FieldRow } = useFieldParts();
  const filter = useDesk((state) => state.filter);
  const [showsAll, setShowsAll] = useState(false);
  const fields = useMemo(() => {
    const required = new Set(requiredOf(schema, root));
    return Object.entries(propertiesOf(schema, root))
      .map(([name, property]) => ({
        name,
        path: [...path, name],
        key: targetKey([...path, name]),
        schema: resolve(property, root),
        label: titleOf(resolve(property, root), name),
        required: required.has(name),
      }))
      .toSorted((one, other) => Number(other.required) - Number(one.required));
  }, [path, schema, root]);
  const withProblems = useDesk(
    useShallow(({ problems }) => fields.filter(({ key }) => problems.inside.has(key))),
  );
  const bound = useDesk(
    useShallow(({ binding }) => {
      const group = bindingAt(binding, path);
      return group?.kind === 'object'
        ? fields.filter(({ name }) => Object.hasOwn(group.props, name))
        : [];
    }),
  );

  const shown = fields.filter(
    (field) =>
      filter === 'all' || (filter === 'required' ? field.required : withProblems.includes(field)),
  );
  const needed = new Set([...withProblems, ...bound]);
  const optional = shown.filter((field) => !field.required && !needed.has(field));
  const folded = new Set(showsAll || optional.length <= shownOptional ? [] : optional);

  if (shown.length === 0)
    return (
      <p className={css.quiet}>
        {say(filter === 'all' ? 'mapper.fields-none' : 'mapper.fields-none-filtered')}
      </p>
    );
  return (
    <>
      {shown
        .filter((field) => !folded.has(field))
        .map((field) => (
          <FieldRow
            key={field.name}
            path={field.path}
            label={field.label}
            schema={field.schema}
            required={field.required}
            scope={scope}
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
