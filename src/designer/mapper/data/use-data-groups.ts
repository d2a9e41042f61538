import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { whyStale } from '../../../flow/index.ts';
import { useDocument, useSamples } from '../../state/workbench.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';

/** One group of the data: an earlier step, or the entry that a list card goes through. */
export interface DataGroup {
  readonly from: string;
  readonly title: string;
  readonly number: number | undefined;
  readonly component: string | undefined;
  readonly badge: 'tested' | 'stale' | 'sample' | 'example' | 'entry';
}

/** The entries of the lists around the chosen field, then the earlier steps. */
export function useDataGroups(): readonly DataGroup[] {
  const { sources } = useMappingDesk();
  const scope = useDesk(({ target }) => target?.scope);
  const byStep = useSamples((state) => state.byStep);
  const places = useDocument(
    useShallow(({ flow }) =>
      sources.map(({ type }) => flow?.steps.findIndex(({ id }) => id === type.from) ?? -1),
    ),
  );
  const components = useDocument(
    useShallow(({ flow }) => places.map((at) => flow?.steps[at]?.component)),
  );
  const stale = useDocument(
    useShallow(({ flow }) =>
      sources.map(({ type }) => flow !== undefined && whyStale(flow, type.from) !== undefined),
    ),
  );
  return useMemo(() => {
    const entries = (scope ?? []).map(({ source }): DataGroup => ({
      from: source.type.from,
      title: source.type.title,
      number: undefined,
      component: undefined,
      badge: 'entry',
    }));
    const steps = sources.map(({ type }, at): DataGroup => {
      const origin = byStep[type.from]?.origin;
      return {
        from: type.from,
        title: type.title,
        number: (places[at] ?? -1) + 1,
        component: components[at],
        badge:
          origin === 'recorded'
            ? stale[at] === true
              ? 'stale'
              : 'tested'
            : origin === 'by-hand'
              ? 'sample'
              : 'example',
      };
    });
    return [...entries, ...steps];
  }, [scope, sources, byStep, places, components, stale]);
}
