import { useEffect, useMemo, useRef } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../../mapping/index.ts';
import { useMappingDesk } from './mapping-desk.ts';
import type { ListScope } from './model/scope.ts';
import type { PickTarget, PickHow } from './desk/target.ts';

interface TargetFacts {
  readonly key: string;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
}

/** A place that takes picked and dropped data, registered while it is on screen. What it does with it is always the latest. */
export function usePickTarget(
  { key, label, schema, scope }: TargetFacts,
  accept: (binding: Binding, how: PickHow | undefined) => void,
): PickTarget {
  const { register } = useMappingDesk();
  const latest = useRef(accept);
  useEffect(() => {
    latest.current = accept;
  });
  const target = useMemo(
    (): PickTarget => ({
      key,
      label,
      schema,
      scope,
      accept: (binding, how) => latest.current(binding, how),
    }),
    [key, label, schema, scope],
  );
  useEffect(() => register(target), [register, target]);
  return target;
}
