import { memo } from 'react';
import type { FieldRowProps } from '../field-parts.ts';
import { targetKey, useDesk } from '../mapping-desk.ts';
import { PlacedField } from '../objects/placed-field.tsx';
import css from './fields.module.css';

/** Where a field stands: lit while its data is looked at, and marked while data is dragged that it can or cannot take. */
export const FieldPlace = memo(function FieldPlace(row: FieldRowProps) {
  const key = targetKey(row.path);
  const isLit = useDesk(
    ({ lookedAt, usage }) =>
      lookedAt.data !== undefined && usage.fieldsOf.get(lookedAt.data)?.includes(key) === true,
  );
  const fit = useDesk(({ dragged }) => dragged?.fitOf(key)?.kind);
  const isOver = useDesk(({ dragged }) => dragged?.over === key);
  return (
    <div
      className={css.place}
      data-place={key}
      data-lineage={isLit || undefined}
      data-fit={fit}
      data-over={isOver || undefined}
    >
      <PlacedField {...row} />
    </div>
  );
});
