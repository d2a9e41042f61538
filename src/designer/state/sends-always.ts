/**
 * Steps whose writes this person lets go in every test without being asked. It is how this person tests, not part of
 * the flow: it stays in this browser, and is over as soon as the step does something else.
 */
import type { Flow, Step } from '../../flow/index.ts';
import { fingerprint } from '../../shared/index.ts';

/** By flow and step, what the step did when the person said so. */
export type SendsAlways = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const sendsAlwaysKey = 'footbridge.sends-always';

export function sendsAlwaysOf(
  flow: Pick<Flow, 'id' | 'steps'>,
  known: SendsAlways,
): readonly string[] {
  return flow.steps.filter((step) => sendsAlways(flow.id, step, known)).map(({ id }) => id);
}

export function sendsAlways(flow: string, step: Step, known: SendsAlways): boolean {
  const steps = Object.hasOwn(known, flow) ? known[flow] : undefined;
  return (
    steps !== undefined && Object.hasOwn(steps, step.id) && steps[step.id] === whatItDoes(step)
  );
}

export function withSendsAlways(
  flow: string,
  step: Step,
  wanted: boolean,
  known: SendsAlways,
): SendsAlways {
  const { [step.id]: _old, ...others } = known[flow] ?? {};
  return { ...known, [flow]: wanted ? { ...others, [step.id]: whatItDoes(step) } : others };
}

/** What other pages wrote, or a person by hand, is looked at before it is believed. */
export function parseSendsAlways(text: string | null | undefined): SendsAlways {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isTable(value) && Object.values(value).every(isTableOfTexts)
      ? (value as SendsAlways) // just looked at
      : {};
  } catch {
    return {};
  }
}

/** Where the browser keeps nothing for this page, nobody has said "always". */
export function readSendsAlways(): SendsAlways {
  try {
    return parseSendsAlways(globalThis.localStorage.getItem(sendsAlwaysKey));
  } catch {
    return {};
  }
}

/** The settings say it too: which request, which statement, which flow is called. */
function whatItDoes({ component, operation, credential, settings }: Step): string {
  return [component, operation, credential ?? '', fingerprint(settings)].join(' ');
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTableOfTexts(value: unknown): boolean {
  return isTable(value) && Object.values(value).every((text) => typeof text === 'string');
}
