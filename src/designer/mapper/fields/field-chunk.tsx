import { memo, useRef } from 'react';
import { kindsOf } from '../../../shared/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { FieldPlace } from './field-place.tsx';
import type { FieldFacts } from './fields-of.ts';
import { useNear } from './near.ts';
import css from './fields.module.css';

interface FieldChunkProps {
  readonly fields: readonly FieldFacts[];
  readonly scope: readonly ListScope[];
}

/** Of a row with a label and a text box. */
const rowHeight = 72;

/**
 * Some rows of a long form, drawn when they come near what is in sight. A list of few chunks is laid out in no time, where
 * one of a thousand rows costs milliseconds with every key.
 */
export const FieldChunk = memo(
  function FieldChunk({ fields, scope }: FieldChunkProps) {
    const { root } = useMappingDesk();
    const element = useRef<HTMLDivElement>(null);
    const isWanted = useDesk(
      ({ revealed }) =>
        revealed !== undefined &&
        fields.some(({ path }) => path.every((step, at) => revealed[at] === step)),
    );
    const { isDrawn, height } = useNear(element, {
      isWanted,
      // What is open in a group or a list would be lost.
      keeps: fields.some(({ schema }) => {
        const { kinds } = kindsOf(schema, root);
        return kinds.has('object') || kinds.has('array');
      }),
      height: fields.length * rowHeight,
    });
    return (
      <div ref={element} className={css.chunk}>
        {isDrawn ? (
          fields.map((field) => (
            <FieldPlace
              key={field.name}
              path={field.path}
              label={field.label}
              schema={field.schema}
              required={field.required}
              scope={scope}
            />
          ))
        ) : (
          <div style={{ height }} />
        )}
      </div>
    );
  },
  // The chunks of a list are made anew with each filter; most hold the same fields.
  (before, now) =>
    before.scope === now.scope &&
    before.fields.length === now.fields.length &&
    before.fields.every((field, at) => field === now.fields[at]),
);

const chunkSize = 20;

export function inChunks(fields: readonly FieldFacts[]): readonly (readonly FieldFacts[])[] {
  const chunks: FieldFacts[][] = [];
  for (let at = 0; at < fields.length; at += chunkSize)
    chunks.push(fields.slice(at, at + chunkSize));
  return chunks;
}
