import { useEffect, useMemo, useState } from 'react';
import type { Json } from '../../shared/index.ts';
import {
  compileBinding,
  compileCondition,
  type Binding,
  type Condition,
  type SlotContent,
} from '../../mapping/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { useMappingDesk, type MappingDesk } from './mapping-desk.ts';
import type { ListScope } from './model/scope.ts';

type Seen = Pick<MappingDesk, 'sources' | 'locale' | 'timeZone'>;
type Samples = Readonly<Record<string, Json | undefined>>;

/** What a binding makes of the current samples. Refs and conversions cost microseconds; a formula is asked of the preview thread. */
export function useValueNow(binding: Binding, scope: readonly ListScope[]): Json | undefined {
  return useMade(binding, scope, (desk) => valueNow(binding, desk, scope));
}

/** Whether a condition holds for the current samples. */
export function useHolds(condition: Condition, scope: readonly ListScope[]): boolean {
  return (
    useMade(condition, scope, (desk) => {
      const tested = compileCondition(condition).test(samplesSeen(desk, scope), contextOf(desk));
      return tested instanceof Promise ? undefined : tested.holds;
    }) === true
  );
}

/** The same outside of a drawing; undefined where a formula has to be waited for. */
export function valueNow(
  binding: Binding,
  desk: Seen,
  scope: readonly ListScope[],
): Json | undefined {
  if (holdsFormula(binding)) return undefined;
  const made = compileBinding(binding).evaluate(samplesSeen(desk, scope), contextOf(desk));
  return made instanceof Promise ? undefined : made.value;
}

function useMade(
  content: SlotContent,
  scope: readonly ListScope[],
  here: (desk: Seen) => Json | undefined,
): Json | undefined {
  const desk = useMappingDesk();
  const { preview } = useWorkbench();
  const waits = useMemo(() => holdsFormula(content), [content]);
  const made = useMemo(
    () => (waits ? undefined : here(desk)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `here` is new each time and reads only these
    [waits, content, desk.sources, desk.locale, desk.timeZone, scope],
  );
  const [later, setLater] = useState<Json | undefined>(undefined);
  const { sources } = desk;
  useEffect(() => {
    if (!waits) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void preview.evaluate(content, samplesSeen({ sources }, scope)).then(({ value }) => {
        if (isWanted) setLater(value);
      });
    }, afterMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [waits, content, sources, scope, preview]);
  return waits ? later : made;
}

const afterMs = 150;

/** Wherever it stands in it. */
function holdsFormula(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return (
    (node as { kind?: unknown }).kind === 'formula' ||
    Object.values(node as Record<string, unknown>).some(holdsFormula)
  );
}

const known = new WeakMap<MappingDesk['sources'], WeakMap<readonly ListScope[], Samples>>();

/** The same object for the same samples: the preview thread then has the data already. */
export function samplesSeen(
  { sources }: Pick<Seen, 'sources'>,
  scope: readonly ListScope[],
): Samples {
  let byScope = known.get(sources);
  if (byScope === undefined) known.set(sources, (byScope = new WeakMap()));
  let samples = byScope.get(scope);
  if (samples === undefined) {
    // Inner entries last: of two with one name the inner one is meant.
    const all = [...sources, ...scope.map(({ source }) => source).toReversed()];
    samples = Object.fromEntries(all.map(({ type, sample }) => [type.from, sample]));
    byScope.set(scope, samples);
  }
  return samples;
}

function contextOf({ locale, timeZone }: Pick<Seen, 'locale' | 'timeZone'>) {
  return { locale, timeZone, now: 0, uuid: () => '…' };
}
