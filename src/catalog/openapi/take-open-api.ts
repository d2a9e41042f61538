/**
 * What a description tells, document by document. A document of the description's own host is asked for as it is needed; one of
 * another host only once the person agreed to that host. Until then, what it would say is left open and its host is named.
 */
import { failure, success, wordsOf, type Json, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest, ServiceAnswer } from '../call-contract.ts';
import type { OpenApiCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults, type Settings } from '../settings.ts';
import { splitAddress } from '../call/address.ts';
import { cannot } from '../call/make-part.ts';
import { documentAt, planDescription } from '../call/plan-description.ts';
import { explainFailure } from '../trace/explain-failure.ts';
import { Documents } from './documents.ts';
import { readOpenApi, type ListedOperation, type OpenApi } from './read-open-api.ts';
import { readText } from './read-text.ts';

export interface AskedOfOpenApi {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Settings;
}

export interface ReadingPorts {
  readonly call: (request: HttpRequest) => Promise<ServiceAnswer>;
  /** What was got is being read now. */
  readonly reading: () => void;
}

/** Descriptions are kept in hundreds of files by some; one that has no end is not read to it. */
const mostDocuments = 1_000;
/** Signs of all of them together. */
const longestTogether = 64_000_000;

/** The first document, read; the reason is why there is none. */
export async function loadOpenApi(
  call: OpenApiCall,
  { component, operation, settings }: AskedOfOpenApi,
  { call: ask, reading }: ReadingPorts,
): Promise<Result<Documents, CallFailure>> {
  const planned = planDescription(call, { component, operation, settings, input: {} });
  if (!planned.ok) return planned;
  const request = planned.value;
  const [first] = request.description?.documents ?? [];
  const got =
    first?.text === undefined ? await textAt(component, request, ask) : success(first.text);
  if (!got.ok) return got;
  reading();
  const read = await readText(got.value);
  return read.ok
    ? success(new Documents(read.value, first?.address))
    : failure(cannot(read.reason.code, read.reason.params));
}

/** The messages of an operation that tells of a description. */
export async function tellOpenApi(
  call: OpenApiCall,
  asked: AskedOfOpenApi,
  documents: Documents,
  ports: ReadingPorts,
): Promise<Result<readonly Json[], CallFailure>> {
  const settings = settingsWithDefaults(asked.operation, asked.settings);
  const agreed = hostsIn(call.hosts === undefined ? undefined : atPointer(settings, call.hosts));
  const waiting = new Set<string>();
  let asks = 0;
  let signs = 0;
  for (;;) {
    const api = readOpenApi(documents);
    if (!api.ok) return failure(cannot(api.reason.code, api.reason.params));
    const told = tell(call, settings, api.value);
    const wanted = documents.takeWanted();
    const allowed = wanted.filter((address) => mayAsk(address, documents.address, agreed));
    for (const address of wanted) if (!allowed.includes(address)) waiting.add(hostOf(address));
    const isEnough = asks >= mostDocuments || signs >= longestTogether;
    // What is not asked for any more counts as what could not be had, and is named.
    if (isEnough) for (const address of allowed) documents.add(address, undefined);
    if (!told.ok || allowed.length === 0 || isEnough)
      return told.ok
        ? success(told.value.map((one) => withHosts(call, one, waiting, documents)))
        : told;
    for (const address of allowed) {
      if (asks >= mostDocuments || signs >= longestTogether) break;
      asks += 1;
      signs += await readPart(asked.component, documents, address, ports);
    }
  }
}

/** How many signs it had. */
async function readPart(
  component: Component,
  documents: Documents,
  address: string,
  { call, reading }: ReadingPorts,
): Promise<number> {
  const request = documentAt('openapi', component, address, { documents: [{ address }] });
  const got = request === undefined ? undefined : await textAt(component, request, call);
  reading();
  const read = got?.ok === true ? await readText(got.value) : undefined;
  documents.add(address, read?.ok === true ? read.value : undefined);
  return got?.ok === true ? got.value.length : 0;
}

async function textAt(
  component: Component,
  request: HttpRequest,
  ask: ReadingPorts['call'],
): Promise<Result<string, CallFailure>> {
  const answer = await ask(request);
  if (answer.kind === 'unanswered') {
    const { code, params } = answer.problem;
    return failure({
      kind: answer.retryable ? 'retryable' : 'terminal',
      code,
      params,
      fields: [],
    });
  }
  const { status, body } = answer;
  if (status === 401 || status === 403) return failure({ ...cannot('openapi-sign-in'), status });
  if (status < 200 || status > 299)
    return failure(explainFailure({ answer, request, call: undefined, component }));
  return typeof body === 'string' ? success(body) : failure(cannot('openapi-not-one'));
}

function tell(
  call: OpenApiCall,
  settings: Settings,
  api: OpenApi,
): Result<readonly Json[], CallFailure> {
  const text = (place: string | undefined) => {
    const value = place === undefined ? undefined : atPointer(settings, place);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  switch (call.gives) {
    case 'operations':
      return success(
        inOrder(api.list(new Set(call.methods), call.lists === true), call).map(toChoice),
      );
    case 'servers':
      return success(
        api.servers(text(call.operation)).map(({ url, words }) => ({
          value: url,
          label: words === undefined ? url : `${words}: ${url}`,
        })),
      );
    case 'operation': {
      const wish = { server: text(call.server), asList: call.lists === true };
      const described = api.describe(text(call.operation) ?? '', wish);
      if (!described.ok) return failure(cannot(described.reason.code, described.reason.params));
      // Schemas are JSON.
      return success([described.value as unknown as Json]);
    }
  }
}

function inOrder(
  operations: readonly ListedOperation[],
  { doubt }: OpenApiCall,
): readonly ListedOperation[] {
  if (doubt === undefined) return operations;
  const doubted = operations.filter(({ hasList }) => hasList === false);
  return [
    ...operations.filter(({ hasList }) => hasList !== false),
    ...doubted.map((one) => ({ ...one, title: `${one.title} (${wordsOf(doubt)})` })),
  ];
}

function toChoice({ id, title, description, group }: ListedOperation): Json {
  return {
    value: id,
    label: title,
    ...(description === undefined ? {} : { help: description }),
    ...(group === undefined ? {} : { group }),
  };
}

/** What is described names what it could not be told: hosts that wait for a yes, and parts that could not be had. */
function withHosts(
  { gives }: OpenApiCall,
  message: Json,
  waiting: ReadonlySet<string>,
  { unread }: Documents,
): Json {
  if (gives !== 'operation' || typeof message !== 'object') return message;
  return {
    ...message,
    ...(waiting.size > 0 && { hosts: [...waiting].slice(0, 20) }),
    ...(unread.length > 0 && { unread: unread.slice(0, 20) }),
  } as Json;
}

function mayAsk(address: string, from: string, agreed: ReadonlySet<string>): boolean {
  if (splitAddress(address) === undefined) return false;
  const host = hostOf(address);
  return (from !== '' && host === hostOf(from)) || agreed.has(host);
}

function hostOf(address: string): string {
  return new URL(address).host;
}

function hostsIn(said: Json | undefined): ReadonlySet<string> {
  return new Set(
    Array.isArray(said) ? (said as readonly Json[]).filter((host) => typeof host === 'string') : [],
  );
}
