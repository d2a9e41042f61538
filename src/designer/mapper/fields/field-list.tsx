import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { JsonPath } from '../../../shared/index.ts';
import { bindingAt } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { FieldListProps } from '../field-parts.ts';
import { isShown } from '../model/find-fields.ts';
import { FieldChunk, inChunks } from './field-chunk.tsx';
import { FieldPlace } from './field-place.tsx';
import { fieldsOf, type FieldFacts } from './fields-of.ts';
import css from './fields.module.css';

const noFields: readonly FieldFacts[] = [];
/** More optional fields than this are folded. */
const shownOptional = 5;
/** Up to so many rows are simply drawn. */
const drawnAtOnce = 40;

/** The fields of a group: required ones first, then optional ones; many optional ones that nobody filled are folded. */
export function FieldList({ path, schema, scope }: FieldListProps) {
  const { root } = useMappingDesk();
  const [showsAll, setShowsAll] = useState(false);
  const fields = useMemo(() => fieldsOf(path, schema, root), [path, schema, root]);
  const { shown, needed, isFiltered } = useShownFields(path, fields);

  const optional = isFiltered ? [] : shown.filter((field) => !needed.has(field));
  const isFolded = !showsAll && optional.length > shownOptional;
  const rows = isFolded ? shown.filter((field) => needed.has(field)) : shown;
  if (shown.length === 0)
    return (
      <p className={css.quiet}>
        {say(isFiltered ? 'mapper.fields-none-filtered' : 'mapper.fields-none')}
      </p>
    );
  return (
    <>
      {rows.length > drawnAtOnce
        ? inChunks(rows).map((chunk) => (
            <FieldChunk key={chunk[0]?.name} fields={chunk} scope={scope} />
          ))
        : rows.map((field) => (
            <FieldPlace
              key={field.name}
              path={field.path}
              label={field.label}
              schema={field.schema}
              required={field.required}
              scope={scope}
            />
          ))}
      {optional.length > shownOptional && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={isFolded ? <Plus aria-hidden size={14} /> : undefined}
          onClick={() => setShowsAll(!showsAll)}
        >
          {isFolded
            ? say('mapper.more-fields', { count: optional.length })
            : say('mapper.fewer-fields')}
        </Button>
      )}
    </>
  );
}

/** Which fields the filter and the search leave, and which of them are never folded away. */
function useShownFields(
  path: JsonPath,
  fields: readonly FieldFacts[],
): {
  readonly shown: readonly FieldFacts[];
  readonly needed: ReadonlySet<FieldFacts>;
  readonly isFiltered: boolean;
} {
  const filter = useDesk((state) => state.filter);
  const found = useDesk((state) => state.found);
  const wrong = useDesk(
    useShallow(({ problems }) => fields.filter(({ key }) => problems.inside.has(key))),
  );
  const bound = useDesk(
    useShallow(({ binding }) => {
      const group = bindingAt(binding, path);
      return group?.kind === 'object'
        ? fields.filter(({ name }) => Object.hasOwn(group.props, name))
        : noFields;
    }),
  );
  // The field at work stays where it is, also when it is mended, emptied or was folded.
  const kept = useDesk(({ keptInSight, revealed }) =>
    fields.find((field) => isOnWayTo(field, keptInSight) || isAbove(field.path, revealed)),
  );
  return useMemo(() => {
    const passing: Readonly<Record<typeof filter, ReadonlySet<FieldFacts>>> = {
      all: new Set(fields),
      required: new Set(fields.filter((field) => field.required)),
      problems: new Set(wrong),
      mapped: new Set(bound),
    };
    const passes = passing[filter];
    return {
      shown: fields.filter(
        (field) => (passes.has(field) && isShown(field.path, found)) || field === kept,
      ),
      needed: new Set(
        [...fields.filter((field) => field.required), ...wrong, ...bound, kept].filter(
          (field) => field !== undefined,
        ),
      ),
      isFiltered: filter !== 'all' || found !== undefined,
    };
  }, [fields, filter, found, wrong, bound, kept]);
}

function isOnWayTo(field: FieldFacts, key: string | undefined): boolean {
  return key !== undefined && (key === field.key || key.startsWith(`${field.key.slice(0, -1)},`));
}

function isAbove(path: JsonPath, revealed: JsonPath | undefined): boolean {
  return revealed !== undefined && path.every((step, at) => revealed[at] === step);
}
