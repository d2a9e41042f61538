/** What can go wrong with any service is said in words, for each connector: generated, so that none is forgotten. */
import { describe, expect, it } from 'vitest';
import { sayWording } from '../words/index.ts';
import { wordsOf } from '../shared/index.ts';
import { planCall, takeAnswer, type Component, type Operation } from './index.ts';
import { answered, exampleSettings } from './testing/a-call.ts';
import { provedConnectors, troubles, type Given, type Trouble } from './testing/proofs.ts';

/** As most services say it. */
const usual: Readonly<Record<Trouble, Given>> = {
  'wrong-key': { status: 401, body: { message: 'Unauthorized' } },
  expired: { status: 401, body: { message: 'The access token expired' } },
  'too-many': { status: 429, headers: { 'retry-after': '7' }, body: { message: 'Slow down' } },
  outage: { status: 503, body: 'Service Unavailable' },
  changed: { status: 200, body: 'a page instead of data' },
};
const meant: Readonly<Record<Trouble, RegExp>> = {
  'wrong-key': /^failures\.key-refused-by$/,
  expired: /^failures\.key-refused-by$/,
  'too-many': /^failures\.too-many(-seconds|-minutes)?-by$/,
  outage: /^failures\.(service-busy|service-broken|too-slow)-by$/,
  changed: /^failures\.answer-unexpected/,
};

const connectors = provedConnectors();
const cases = connectors.flatMap(({ component, proof }) =>
  component.operations.flatMap((operation) =>
    troubles.map(
      (trouble) =>
        [
          component.id,
          operation.id,
          trouble,
          { component, operation, given: proof.troubles?.[trouble] ?? usual[trouble] },
        ] as const,
    ),
  ),
);

describe.runIf(cases.length > 0)('what goes wrong is said in words', () => {
  it.each(cases)('%s %s: %s', (_id, _operation, trouble, { component, operation, given }) => {
    const taken = outcome(component, operation, given);
    // Who takes the whole answer as it is has no shape that could change.
    if (trouble === 'changed' && taken.ok) return expect(takesAnything(operation)).toBe(true);
    if (taken.ok) throw new Error('taken for a success');
    expect(taken.reason.code).toMatch(meant[trouble]);
    const sentence = sayWording(taken.reason);
    expect(sentence).toMatch(/^[A-Z0-9].*\.$/s);
    expect(sentence).not.toMatch(/[{}]/);
    if (trouble === 'changed') return;
    if (saysWhenAgain(given)) expect(taken.reason.retryAfterMs).toBeGreaterThan(0);
    expect(sentence).toContain(wordsOf(component.title));
    expect(taken.reason.kind).toBe(
      trouble === 'too-many' || trouble === 'outage' ? 'retryable' : 'terminal',
    );
    // A wrong key is no field's fault.
    expect(taken.reason.fields).toEqual([]);
  });
});

/** In a header, or somewhere in its body. */
function saysWhenAgain({ headers, body }: Given): boolean {
  return /"(?:retry[-_]after|x-ratelimit-reset)"/.test(JSON.stringify([headers, body]));
}

function outcome(component: Component, operation: Operation, given: Given) {
  const plan = planCall({
    component,
    operation,
    settings: exampleSettings(operation),
    input: operation.sample.input ?? {},
  });
  if (!plan.ok) throw new Error(plan.reason.code);
  return takeAnswer({
    component,
    operation,
    request: plan.value,
    answer: answered(given.status, given.body, given.headers ?? {}),
  });
}

function takesAnything({ call, emits }: Operation): boolean {
  const { take } = call as { readonly take?: { readonly messages?: unknown } };
  return emits !== 'many' || take?.messages === undefined;
}
