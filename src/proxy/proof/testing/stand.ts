/** One connector on the test stand: its real descriptor, the real proxy, and a mock in place of its hosts. */
import {
  planCall,
  type Component,
  type Operation,
  type RequestTemplate,
} from '../../../catalog/index.ts';
import type { ProvedConnector } from '../../../catalog/testing/proofs.ts';
import type { Json, JsonSchema } from '../../../shared/index.ts';
import { createServiceCalls } from '../../page-call.ts';
import { proxyUnderTest } from '../../testing/proxy-under-test.ts';
import { readDescription, type Described } from './description.ts';
import { invent, seeded } from './invent.ts';
import { startMockService, type MockService } from './mock-service.ts';

export interface Stand {
  readonly component: Component;
  readonly described: Described | undefined;
  readonly mock: MockService;
  call(request: RequestTemplate): ReturnType<ReturnType<typeof createServiceCalls>['call']>;
  close(): Promise<void>;
}

const unresolved = (): JsonSchema => ({});

export async function openStand({ component, proof }: ProvedConnector): Promise<Stand> {
  const described =
    proof.description === undefined ? undefined : readDescription(proof.description);
  const used = described === undefined ? [] : usedPaths(component, described);
  const mock = await startMockService(
    described === undefined || used.length === 0
      ? undefined
      : { document: described.cutTo(used), base: described.base },
  );
  const moved = movedTo(component, mock.origin);
  const proxy = proxyUnderTest({ allow: [mock.host], components: [moved] });
  const browser = await proxy.browser();
  const [type] = moved.credentials;
  const sealed =
    type === undefined ? undefined : await browser.seal(moved.id, formOf(type.schema), type.id);
  const services = createServiceCalls((address, init) => browser.ask(String(address), init));
  return {
    component: moved,
    described,
    mock,
    call: (request) => services.call(request, sealed?.token),
    async close() {
      await proxy.close();
      await mock.close();
    },
  };
}

/** The operations as the description has them; what it does not know is told by the test of that operation. */
function usedPaths(component: Component, described: Described) {
  return component.operations.flatMap((operation) => {
    const plan = planCall({
      component,
      operation,
      settings: settingsOf(operation, 0),
      input: operation.sample.input ?? {},
    });
    if (!plan.ok || plan.value.via !== undefined) return [];
    const { method, path: asked } = plan.value;
    const path = described.pathOf(method, asked);
    return path === undefined ? [] : [{ method, path }];
  });
}

/** The mock in place of every host. How one signs in with OAuth 2 is held elsewhere: here its token is there. */
function movedTo(component: Component, origin: string): Component {
  return {
    ...component,
    origins: [origin],
    credentials: component.credentials.slice(0, 1).map(({ origins: _own, ...type }) => ({
      ...type,
      ...(type.auth.scheme === 'oauth2'
        ? {
            auth: { scheme: 'bearer', token: '/token' } as const,
            schema: { type: 'object', properties: { token: { type: 'string' } } } as JsonSchema,
          }
        : {}),
    })),
    operations: component.operations.map((operation) => {
      if (operation.call.via !== 'http') return operation;
      const { origin: _other, ...call } = operation.call as Extract<
        Operation['call'],
        { via: 'http' }
      >;
      return { ...operation, call };
    }),
  };
}

/** A form filled with its own examples, and with invented secrets. */
function formOf(schema: JsonSchema): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      name,
      field.examples?.[0] ??
        field.oneOf?.[0]?.const ??
        field.enum?.[0] ??
        `invented-secret-${name}-0123456789`,
    ]),
  );
}

/** Settings with their defaults and what is required, by the examples of their schema. */
export function settingsOf({ settings }: Operation, seed: number): Record<string, Json> {
  const required = new Set(settings?.required ?? []);
  const random = seeded(seed);
  return Object.fromEntries(
    Object.entries(settings?.properties ?? {}).flatMap(([name, field]) => {
      const isWanted = required.has(name) || (seed > 0 && random() < 0.5);
      if (!isWanted) return [];
      return [
        [
          name,
          field.examples?.[0] ?? field.default ?? invent(field, { random, resolve: unresolved }),
        ],
      ];
    }),
  );
}
