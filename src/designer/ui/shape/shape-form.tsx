import { schemaAt } from '../../../shared/index.ts';
import type { Segment } from '../../../mapping/index.ts';
import { shapeFields, shapeKindOf } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import type { StepShape } from '../../effects/use-shape.ts';
import { KindSelect } from './kind-select.tsx';
import { NewField } from './new-field.tsx';
import { ShapeRow } from './shape-row.tsx';
import css from './shape.module.css';

interface ShapeFormProps {
  readonly shape: StepShape;
  readonly at: readonly string[];
  readonly readOnly: boolean;
}

/** A shape field by field: names, kinds, what is required, groups and lists inside each other. */
export function ShapeForm({ shape, at, readOnly }: ShapeFormProps) {
  const here = schemaAt(shape.schema, at) ?? {};
  const kind = shapeKindOf(here, shape.schema);
  const isEmpty = kind.kind === 'any' && !kind.isList;
  return (
    <div className={css.form}>
      {!isEmpty && (
        <KindSelect
          label={say('inspector.shape-whole')}
          showsLabel
          kind={kind}
          readOnly={readOnly}
          onChange={(next) => shape.change({ type: 'set-kind', at, ...next }, 'by-hand')}
        />
      )}
      {(isEmpty || kind.kind === 'group') && (
        <FieldsOf shape={shape} at={at} name={undefined} readOnly={readOnly} />
      )}
    </div>
  );
}

interface FieldsOfProps {
  readonly shape: StepShape;
  readonly at: readonly Segment[];
  /** Of the group; undefined for the whole shape. */
  readonly name: string | undefined;
  readonly readOnly: boolean;
}

/** The fields of one group with a place for one more. A row's place is who it is: a renamed field keeps the focus. */
function FieldsOf({ shape, at, name, readOnly }: FieldsOfProps) {
  const fields = shapeFields(shape.schema, at);
  const inside = fields[0]?.path.slice(0, -1) ?? insideOf(shape, at);
  return (
    <>
      {fields.length > 0 && name === undefined && (
        <div className={css.head} aria-hidden>
          <span>{say('inspector.shape-name')}</span>
          <span>{say('inspector.shape-field-kind')}</span>
          <span>{say('inspector.shape-required')}</span>
        </div>
      )}
      {fields.map((field, place) => (
        <ShapeRow
          key={place}
          shape={shape}
          field={field}
          isFirst={place === 0}
          isLast={place === fields.length - 1}
          readOnly={readOnly}
        >
          {field.kind === 'group' && (
            <div className={css.inside}>
              <FieldsOf shape={shape} at={field.path} name={field.name} readOnly={readOnly} />
            </div>
          )}
        </ShapeRow>
      ))}
      {!readOnly && (
        <NewField
          group={name}
          onAdd={(added) => shape.change({ type: 'add', at: inside, name: added }, 'by-hand')}
        />
      )}
    </>
  );
}

/** Where a first field goes: into the group, or into each entry of a list that has none yet. */
function insideOf(shape: StepShape, at: readonly Segment[]): readonly Segment[] {
  const names = at.map((part) => (typeof part === 'string' ? part : 0));
  const isList = shapeKindOf(schemaAt(shape.schema, names) ?? {}, shape.schema).isList;
  return isList ? [...at, { each: true }] : at;
}
