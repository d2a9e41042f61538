/**
 * Why a message was left out: the lines of its step's condition that it did not meet. Worked out when the message is
 * looked at, from what is kept of the run: nothing is kept for it, and no run becomes slower by it.
 */
import type { Catalog } from '../catalog/index.ts';
import { sampleIds, type Flow } from '../flow/index.ts';
import { isBinding, unmetLines, usedRefs, type UnmetLine } from '../mapping/index.ts';
import type { MessageRecord } from '../runtime/index.ts';
import type { Json } from '../shared/index.ts';
import { givesManyOf } from './given-in-run.ts';

export interface RunToExplain {
  readonly flow: Flow;
  readonly at: number;
  readonly catalog: Catalog;
  /** All records of a step that are kept. */
  recordsOf(step: string): Promise<readonly MessageRecord[]>;
}

/** None: the step has no condition, or what it looked at is not kept. */
export async function whyDropped(
  { flow, at, catalog, recordsOf }: RunToExplain,
  stepId: string,
  index: number,
): Promise<readonly UnmetLine[]> {
  const step = flow.steps.find(({ id }) => id === stepId);
  const [condition, ...others] = Object.values(step?.slots ?? {}).filter(
    (content) => !isBinding(content),
  );
  if (condition === undefined || isBinding(condition) || others.length > 0) return [];
  const record = (await recordsOf(stepId)).find((one) => one.index === index);
  if (record?.state !== 'dropped') return [];

  const sources: Record<string, Json | undefined> = {};
  for (const { ref } of usedRefs(condition)) {
    if (Object.hasOwn(sources, ref.from)) continue;
    const given = await givenBefore(ref.from, record);
    if (given === undefined) return [];
    sources[ref.from] = given;
  }
  return unmetLines(condition, sources, {
    locale: flow.locale,
    timeZone: flow.timeZone,
    now: at,
    uuid: () => '',
  });

  /** What a step before gave for the message: of the one right before, what came. */
  async function givenBefore(from: string, of: MessageRecord): Promise<Json | undefined> {
    const before = flow.edges.filter(({ to }) => to === stepId);
    if (before.length === 1 && before[0]?.from === from) return of.input;
    const givesMany = givesManyOf(flow, from, catalog);
    const ids: string[] = [];
    const outputs: Json[] = [];
    for (const { id, output = [] } of await recordsOf(from))
      for (const [place, value] of output.entries()) {
        ids.push(givesMany ? `${id}.${String(place)}` : id);
        outputs.push(value);
      }
    const place = sampleIds(ids).placeOf(of.id);
    return place === undefined ? undefined : outputs[place];
  }
}
