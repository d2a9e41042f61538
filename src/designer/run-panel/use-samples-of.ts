import { useEffect, useMemo, useState } from 'react';
import { outputSchemaOf, operationOf, showsItsSample, type Flow } from '../../flow/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Json, JsonPath } from '../../shared/index.ts';
import type { SampleState } from '../state/sample-store.ts';
import { useRun, useSamples, useWorkbench } from '../state/workbench.ts';
import { useRecord } from './use-records.ts';
import { inventedOf, type StepFacts } from './use-step-facts.ts';

/** A value beside the step, and where it is from. */
export interface ShownSample {
  readonly value: Json | undefined;
  readonly origin:
    | 'invented'
    | 'recorded'
    | 'by-hand'
    | 'last-run'
    /** What the person wrote into the fields. */
    | 'filled-in'
    | 'from-samples'
    /** The mapping, on examples of what earlier steps would give. */
    | 'from-examples'
    /** It is being worked out. */
    | 'pending'
    | 'none';
  readonly at?: number;
  /** How many messages there are; the first is shown. */
  readonly total?: number;
  /** Fields that a refusal names. */
  readonly marked?: readonly JsonPath[];
}

const none: ShownSample = { value: undefined, origin: 'none' };

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
  if (sample?.apart !== undefined) return { value: undefined, origin: 'pending' };
  // What the person said, or what the mapping makes, is nearer than the description's example.
  const told = showsItsSample(step, operation) ? operation?.sample.output : undefined;
  const value = inventedOf(told, output);
  return { value, origin: value === undefined ? 'none' : 'invented' };
}

/**
 * What went in when it last ran, else what would go in now: what the person filled in, on what the earlier steps gave,
 * or on examples of it. Never a value that nobody entered.
 */
export function useInputSample(facts: StepFacts): ShownSample {
  const { flow, step, operation, binding, before } = facts;
  const { preview, catalog } = useWorkbench();
  const ran = useRun(({ run }) => run?.steps[step.id] !== undefined);
  // The refused message is the one that the card beside it speaks of.
  const refused = useRun(({ run }) => run?.steps[step.id]?.refusals[0]?.index);
  const { record } = useRecord(step.id, refused ?? 0);
  const byStep = useSamples((state) => state.byStep);
  const [made, setMade] = useState<{ readonly for: object; readonly value: Json | undefined }>();
  const sources = useMemo(
    () => Object.fromEntries(before.map((id) => [id, messageOf(id, flow, catalog, byStep)])),
    [before, flow, catalog, byStep],
  );

  useEffect(() => {
    if (binding === undefined) return undefined;
    let wanted = true;
    void preview
      .evaluate(binding, sources)
      .then(({ value }) => wanted && setMade({ for: binding, value }));
    return () => {
      wanted = false;
    };
  }, [preview, binding, sources]);

  if (ran && record?.input !== undefined)
    return {
      value: record.input,
      origin: 'last-run',
      marked: record.failure?.fields.map(({ path }) => path) ?? [],
    };
  const isReal = before.every((id) => byStep[id] !== undefined);
  const origin = before.length === 0 ? 'filled-in' : isReal ? 'from-samples' : 'from-examples';
  if (operation?.slots['input'] === undefined) {
    // A condition looks at the message as it comes.
    const last = flow.edges.find(({ to }) => to === step.id)?.from;
    const value = last === undefined ? undefined : sources[last];
    return value === undefined ? none : { value, origin };
  }
  if (binding === undefined) return none;
  if (made?.for !== binding) return { value: undefined, origin: 'pending' };
  if (made.value === undefined) return none;
  return { value: made.value, origin };
}

/** The first message that a step gave, else an example of it. */
function messageOf(
  id: string,
  flow: Flow,
  catalog: Catalog,
  byStep: SampleState['byStep'],
): Json | undefined {
  const step = flow.steps.find((one) => one.id === id);
  const operation = step && operationOf(step, catalog);
  const told =
    step !== undefined && showsItsSample(step, operation) ? operation?.sample.output : undefined;
  return byStep[id]?.messages[0] ?? inventedOf(told, outputSchemaOf(flow, catalog, id));
}
