import { useEffect, useState } from 'react';
import type { Json, JsonPath } from '../../shared/index.ts';
import { useRun, useSamples, useWorkbench } from '../state/workbench.ts';
import { keptAtEachEnd } from './model/record-places.ts';
import { useRecords } from './use-records.ts';
import { inventedOf, type StepFacts } from './use-step-facts.ts';

/** A value beside the step, and where it is from. */
export interface ShownSample {
  readonly value: Json | undefined;
  readonly origin: 'invented' | 'recorded' | 'by-hand' | 'last-run' | 'from-samples' | 'none';
  readonly at?: number;
  /** How many messages there are; the first is shown. */
  readonly total?: number;
  /** Fields that a refusal names. */
  readonly marked?: readonly JsonPath[];
}

/** What the step gave when it last ran, else what its description makes up. */
export function useOutputSample({ step, operation, output }: StepFacts): ShownSample {
  const sample = useSamples((state) => state.byStep[step.id]);
  const first = sample?.messages[0];
  if (sample !== undefined && first !== undefined) {
    const origin = sample.origin === 'schema' ? 'invented' : sample.origin;
    return {
      value: first,
      origin,
      total: sample.messages.length,
      ...(sample.at !== undefined && { at: sample.at }),
    };
  }
  // What the person said, or what the mapping makes, is nearer than the description's example.
  const shaped = step.shapes?.output !== undefined || operation?.outputShape === 'same-as-input';
  const value = inventedOf(shaped ? undefined : operation?.sample.output, output);
  return { value, origin: value === undefined ? 'none' : 'invented' };
}

/** What went in when it last ran, else what its mapping makes of the samples before it, else what its description makes up. */
export function useInputSample(facts: StepFacts): ShownSample {
  const { step, operation, input, binding, before } = facts;
  const { preview } = useWorkbench();
  const ran = useRun(({ run }) => run?.steps[step.id] !== undefined);
  // The refused message is the one that the card beside it speaks of.
  const refused = useRun(({ run }) => run?.steps[step.id]?.refusals[0]?.index);
  const place = refused === undefined || refused >= keptAtEachEnd ? 0 : refused;
  const record = useRecords(step.id, place, place).at(place);
  const recorded = record?.input;
  const byStep = useSamples((state) => state.byStep);
  const [made, setMade] = useState<{ readonly for: object; readonly value: Json | undefined }>();
  const real = before.length > 0 && before.every((id) => byStep[id] !== undefined);

  useEffect(() => {
    if (binding === undefined || !real) return undefined;
    let wanted = true;
    const sources = Object.fromEntries(before.map((id) => [id, byStep[id]?.messages[0]]));
    void preview
      .evaluate(binding, sources)
      .then(({ value }) => wanted && setMade({ for: binding, value }));
    return () => {
      wanted = false;
    };
  }, [preview, binding, before, byStep, real]);

  if (ran && recorded !== undefined)
    return {
      value: recorded,
      origin: 'last-run',
      marked: record?.failure?.fields.map(({ path }) => path) ?? [],
    };
  if (real && made?.for === binding && made?.value !== undefined)
    return { value: made.value, origin: 'from-samples' };
  const value = inventedOf(
    step.shapes?.input === undefined ? operation?.sample.input : undefined,
    input,
  );
  return { value, origin: value === undefined ? 'none' : 'invented' };
}
