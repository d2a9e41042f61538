/**
 * Every operation of every connector: its request goes through the real proxy to a mock that holds it against the service's
 * published description, and what the description answers passes what we say comes out. `PROOF=stripe` proves one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  planCall,
  takeAnswer,
  withIdempotencyKey,
  type HttpRequest,
  type Operation,
} from '../../catalog/index.ts';
import { provedConnectors, type Exchange, type Given } from '../../catalog/testing/proofs.ts';
import { checkValue } from '../../mapping/index.ts';
import { isJsonObject, type Json } from '../../shared/index.ts';
import { readDescription } from './testing/description.ts';
import { invent, seeded } from './testing/invent.ts';
import { openStand, settingsOf, type Stand } from './testing/stand.ts';

const inputsEach = 20;
/** Some descriptions take seconds to be made ready. */
const longestOpening = 60_000;
const connectors = provedConnectors();
const unresolved = (): object => ({});

describe.each(connectors.map((each) => [each.component.id, each] as const))(
  '%s',
  (_id, connector) => {
    const { proof } = connector;
    const isHere =
      proof.description !== undefined && readDescription(proof.description) !== undefined;
    let stand: Stand;
    beforeAll(async () => {
      stand = await openStand(connector);
    }, longestOpening);
    afterAll(() => stand.close());

    /** What is wrong, without what the service and its description are known to differ in. */
    const unknown = (operation: string, found: readonly string[]): readonly string[] =>
      found.filter(
        (trouble) =>
          proof.differences?.some(
            (known) => known.operation === operation && trouble.includes(known.about),
          ) !== true,
      );

    describe.runIf(isHere)('by the published description', () => {
      it.each(connector.component.operations.map(({ id }) => [id]))('%s', async (id) => {
        const operation = operationOf(stand, id);
        const found: string[] = [];
        for (let seed = 0; seed <= inputsEach; seed++)
          found.push(...(await troubleOf(stand, operation, seed)));
        expect([...new Set(unknown(id, found))]).toEqual([]);
      });
    });

    if (proof.description !== undefined)
      it.skipIf(isHere)(
        `the description "${proof.description}" is not on this machine: its requests are not proved here`,
        () => undefined,
      );

    describe.runIf((proof.exchanges?.length ?? 0) > 0)('by the reference', () => {
      it.each((proof.exchanges ?? []).map((each) => [each.operation, each.source, each] as const))(
        '%s as %s says',
        async (_operation, _source, exchange) => {
          await holdExchange(stand, exchange);
        },
      );
    });

    it('has an exchange for each operation of which no description tells the request or the answer', () => {
      const known = new Set((proof.exchanges ?? []).map(({ operation }) => operation));
      const untold =
        proof.description === undefined
          ? connector.component.operations.map(({ id }) => id)
          : (proof.differences ?? [])
              .filter(({ about }) => /^(the description knows no|answer: $)/.test(about))
              .map(({ operation }) => operation);
      expect(untold.filter((id) => !known.has(id))).toEqual([]);
    });
  },
);

function operationOf({ component }: Stand, id: string): Operation {
  const found = component.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`there is no operation "${id}"`);
  return found;
}

/** What is wrong with one request and one answer. Seed 0 is the sample. */
async function troubleOf(stand: Stand, operation: Operation, seed: number): Promise<string[]> {
  const { component, described, mock } = stand;
  const schema = operation.slots['input']?.schema;
  const sample = operation.sample.input ?? {};
  const random = seeded(seed + 1);
  const input =
    seed === 0 || schema === undefined
      ? sample
      : invent(schema, { random, resolve: unresolved, sample });
  const plan = planCall({ component, operation, settings: settingsOf(operation, seed), input });
  if (!plan.ok) return [`not planned: ${plan.reason.code} for ${JSON.stringify(input)}`];
  if (described === undefined || plan.value.via !== undefined) return ['not asked by HTTP'];
  const request = asRun(plan.value, operation);
  const path = described.pathOf(request.method, request.path);
  if (path === undefined) return [`the description knows no ${request.method} ${request.path}`];
  const answerSchema = described.answerSchema(request.method, path);
  const body =
    answerSchema === undefined ? {} : invent(answerSchema, { random, resolve: described.resolve });
  mock.answerWith({ status: 200, body: asSuccess(operation, body) });
  const answer = await stand.call(request);
  const [received] = mock.received();
  if (received === undefined) return [`not sent: ${JSON.stringify(answer)}`];
  if (received.refused !== undefined) return [`request: ${received.refused}`];
  const taken = takeAnswer({ component, operation, request, answer });
  if (!taken.ok) return [`answer: ${taken.reason.code} ${taken.reason.serviceWords ?? ''}`];
  if (operation.output === undefined) return [];
  const output = operation.output;
  return taken.value.messages.flatMap((message) =>
    checkValue(message, output).map((problem) => `answer: ${JSON.stringify(problem)}`),
  );
}

/** As it leaves a run: with the key by which a repetition is known. */
function asRun(request: HttpRequest, { idempotency }: Operation): HttpRequest {
  return idempotency === undefined || idempotency === 'none'
    ? request
    : withIdempotencyKey(request, idempotency, 'proof-key');
}

/** An invented answer that says neither no nor where to go on. */
function asSuccess({ call }: Operation, body: Json): Json {
  if (!isJsonObject(body)) return body;
  const next =
    call.via === 'http'
      ? (call as { take?: { next?: { by?: string; at?: string } } }).take?.next
      : undefined;
  const [, name, ...more] = next?.by === 'url' ? (next.at ?? '').split('/') : [];
  return {
    ...body,
    ...(name === undefined ? {} : { [name]: more.length === 0 ? null : {} }),
    ...(body['ok'] === undefined ? {} : { ok: true }),
    ...(body['success'] === undefined ? {} : { success: true }),
  };
}

async function holdExchange(stand: Stand, exchange: Exchange): Promise<void> {
  const { component, mock } = stand;
  const operation = operationOf(stand, exchange.operation);
  const plan = planCall({
    component,
    operation,
    settings: exchange.settings ?? settingsOf(operation, 0),
    input: exchange.input ?? operation.sample.input ?? {},
  });
  if (!plan.ok) throw new Error(`not planned: ${plan.reason.code}`);
  if (plan.value.via !== undefined) throw new Error('not asked by HTTP');
  const request = asRun(plan.value, operation);
  mock.answerWith(exchange.answer satisfies Given);
  const answer = await stand.call(request);
  const [received] = mock.received();
  expect(received?.refused).toBeUndefined();
  if (exchange.request !== undefined) {
    const { method, path, query = [], body } = exchange.request;
    expect({ method: request.method, path: request.path }).toEqual({ method, path });
    expect([...new URLSearchParams(received?.search)].sort()).toEqual(
      [...query.map(([name, value]) => [name, value])].sort(),
    );
    if (body !== undefined) expect(received?.body).toEqual(body);
  }
  const taken = takeAnswer({ component, operation, request, answer });
  if (exchange.fails !== undefined) {
    expect(taken).toMatchObject({
      ok: false,
      reason: { code: `failures.${exchange.fails.code}-by` },
    });
    if (!taken.ok)
      expect(taken.reason.fields.map(({ path }) => path)).toEqual(exchange.fails.fields ?? []);
    return;
  }
  if (!taken.ok)
    throw new Error(`refused: ${taken.reason.code} ${taken.reason.serviceWords ?? ''}`);
  if (exchange.gives !== undefined) expect(taken.value.messages).toEqual(exchange.gives);
  for (const message of taken.value.messages)
    expect(checkValue(message, operation.output ?? {})).toEqual([]);
}
