/** A whole proxy in memory in front of a real database, with the component that Footbridge ships. */
import { sayWording } from '../../../../words/index.ts';
import type { Component, TaskRequest } from '../../../../catalog/contract.ts';
import { isJsonList, type Json, type JsonObject } from '../../../../shared/index.ts';
import { proxyUnderTest } from '../../../testing/proxy-under-test.ts';
import { signInTo } from '../../../testing/signed-in.ts';
import { createSqlTransport } from '../sql-transport.ts';

// Held against its schema by the tests of the catalog. By a pattern, because measurements are built first.
const [component] = Object.values(
  import.meta.glob('/components-catalog/database/component.json', {
    eager: true,
    import: 'default',
  }),
) as [Component];

export interface Refused {
  readonly status?: number;
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: Json;
  /** In words of ours. */
  readonly says?: string;
}

export interface Asking {
  /** All messages, or the refusal. */
  ask(operation: string, settings: JsonObject, input?: JsonObject): Promise<Json[] | Refused>;
  /** The messages; a refusal is thrown. */
  rows(operation: string, settings: JsonObject, input?: JsonObject): Promise<JsonObject[]>;
  /** Page by page. */
  pages(
    operation: string,
    settings: JsonObject,
    input?: JsonObject,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly Json[], Refused | undefined>;
  prove(): Promise<Json[] | Refused>;
  readonly operatorLines: readonly string[];
  close(): Promise<void>;
}

export async function askingDatabase(
  type: string,
  form: JsonObject,
  options: {
    readonly allow?: readonly string[];
    readonly folders?: readonly string[];
    readonly pageMs?: number;
    readonly names?: Readonly<Record<string, readonly string[]>>;
  } = {},
): Promise<Asking> {
  const tested = proxyUnderTest({
    allow: options.allow ?? [`${String(form['host'] as string)}:${String(form['port'] as number)}`],
    folders: options.folders ?? [],
    names: options.names ?? { localhost: ['127.0.0.1'] },
    components: [component],
    ...(options.pageMs !== undefined && {
      transports: {
        sql: () => Promise.resolve(createSqlTransport({ pageMs: options.pageMs ?? 0 })),
      },
    }),
  });
  const { token, services, plan, planProof } = await signInTo(tested, { component, type, form });

  async function* read(request: TaskRequest, signal?: AbortSignal) {
    let next: TaskRequest | undefined = request;
    try {
      while (next !== undefined) {
        const answer = await services.call(next, token, signal);
        if (answer.kind === 'unanswered')
          return { code: answer.problem.code, params: answer.problem.params };
        const { status, body, says } = answer;
        if (status !== 200)
          return { status, body, ...(says === undefined ? {} : { says: sayWording(says) }) };
        next = answer.more === undefined ? undefined : { ...request, continues: answer.more };
        if (isJsonList(answer.body) && answer.body.length > 0) yield answer.body;
      }
      return undefined;
    } finally {
      if (next !== undefined) services.leave(next);
    }
  }

  async function all(request: TaskRequest): Promise<Json[] | Refused> {
    const messages: Json[] = [];
    const pages = read(request);
    for (;;) {
      const page = await pages.next();
      if (page.done === true) return page.value ?? messages;
      messages.push(...page.value);
    }
  }

  return {
    ask: (operation, settings, input = {}) => all(plan(operation, settings, input)),
    async rows(operation, settings, input = {}) {
      const said = await all(plan(operation, settings, input));
      if (!Array.isArray(said)) throw new Error(JSON.stringify(said));
      return said as JsonObject[];
    },
    pages: (operation, settings, input = {}, signal) =>
      read(plan(operation, settings, input), signal),
    prove: () => all(planProof()),
    operatorLines: tested.refusedLines,
    close: () => tested.close(),
  };
}
