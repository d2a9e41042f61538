import { NativeSelect } from '@mantine/core';
import type { ShapeKind } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';

interface ShapeKindOf {
  readonly kind: ShapeKind;
  readonly isList: boolean;
}

interface KindSelectProps {
  readonly label: string;
  readonly showsLabel?: boolean;
  readonly kind: ShapeKindOf;
  readonly readOnly: boolean;
  readonly onChange: (kind: ShapeKindOf) => void;
}

const single: readonly ShapeKind[] = [
  'text',
  'number',
  'whole',
  'yes-no',
  'date',
  'date-time',
  'email',
  'group',
  'any',
];
const offered: readonly ShapeKindOf[] = [
  ...single.map((kind) => ({ kind, isList: false })),
  ...(['text', 'number', 'group', 'any'] as const).map((kind) => ({ kind, isList: true })),
];

/** What a field is. What only its source could say is kept until another kind is chosen. */
export function KindSelect({ label, showsLabel, kind, readOnly, onChange }: KindSelectProps) {
  const own = valueOf(kind);
  const kinds = offered.some((one) => valueOf(one) === own) ? offered : [kind, ...offered];
  return (
    <NativeSelect
      size="xs"
      {...(showsLabel === true ? { label } : { 'aria-label': label })}
      disabled={readOnly}
      value={own}
      data={kinds.map((one) => ({ value: valueOf(one), label: labelOf(one) }))}
      onChange={(event) => {
        const chosen = kinds.find((one) => valueOf(one) === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

function valueOf({ kind, isList }: ShapeKindOf): string {
  return isList ? `list ${kind}` : kind;
}

function labelOf({ kind, isList }: ShapeKindOf): string {
  if (kind === 'kept') return say('inspector.shape-kept');
  return say(isList ? `inspector.shape-kind-list-${kind}` : `inspector.shape-kind-${kind}`);
}
