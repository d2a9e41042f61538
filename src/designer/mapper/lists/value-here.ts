import type { Json } from '../../../shared/index.ts';
import {
  compileBinding,
  type Binding,
  type Evaluation,
  type EvaluationContext,
} from '../../../mapping/index.ts';
import type { ListScope, MappingDesk } from '../mapping-desk.ts';

type Seen = Pick<MappingDesk, 'sources' | 'locale' | 'timeZone'>;

/** What a binding makes of the current samples where it stands; undefined too while that is not known at once. */
export function valueHere(
  binding: Binding,
  desk: Seen,
  scope: readonly ListScope[],
): Json | undefined {
  const made: Evaluation | Promise<Evaluation> = compileBinding(binding).evaluate(
    samplesSeen(desk, scope),
    contextOf(desk),
  );
  return made instanceof Promise ? undefined : made.value;
}

/** The samples of everything in sight: earlier steps, and the shown entries of the lists around. */
function samplesSeen(
  { sources }: Pick<MappingDesk, 'sources'>,
  scope: readonly ListScope[],
): Readonly<Record<string, Json | undefined>> {
  const all = [...sources, ...scope.map(({ source }) => source)];
  return Object.fromEntries(all.map(({ type, sample }) => [type.from, sample]));
}

function contextOf({ locale, timeZone }: Seen): EvaluationContext {
  return { locale, timeZone, now: 0, uuid: () => '…' };
}
