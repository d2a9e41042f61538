/**
 * What services say of themselves, read: a door of its own, because it may take long and much memory. Who opens it does so where
 * nobody waits (`worker/description-worker.ts`).
 */
import { failure, success, type Json, type Result } from '../shared/index.ts';
import { openApiCallOf, wsdlCallOf } from './call/plan-description.ts';
import { cannot } from './call/make-part.ts';
import { planCall } from './call/plan-call.ts';
import { takeAnswer } from './call/take-answer.ts';
import type { CallFailure, HttpRequest, RequestTemplate, ServiceAnswer } from './call-contract.ts';
import type { OpenApiCall } from './component/call.ts';
import type { Component } from './component/component.ts';
import type { Operation } from './component/operation.ts';
import { atPointer } from './json-pointer.ts';
import type { Documents } from './openapi/documents.ts';
import { loadOpenApi, tellOpenApi } from './openapi/take-open-api.ts';
import { settingsWithDefaults, type Settings } from './settings.ts';

export interface AskedDescription {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Settings;
  /** The person wants it as it is now, not as it was read a moment ago. */
  readonly anew?: boolean;
}

export interface DescriptionPorts {
  readonly call: (request: HttpRequest) => Promise<ServiceAnswer>;
  /** What was got is being read now: what follows cannot be interrupted but by ending the thread. */
  readonly reading: () => void;
}

export interface DescriptionReader {
  /** The messages of an operation that tells of a service's description. */
  ask(asked: AskedDescription): Promise<Result<readonly Json[], CallFailure>>;
}

/** Documents of one description. */
const mostAsked = 250;
/** So many descriptions stay read, so that the list of operations and the fields of one are of one reading. */
const mostKept = 2;

export function createDescriptionReader(ports: DescriptionPorts): DescriptionReader {
  const kept = new Map<string, Promise<Result<Documents, CallFailure>>>();

  function load(call: OpenApiCall, asked: AskedDescription) {
    const whole = settingsWithDefaults(asked.operation, asked.settings);
    const key = String(atPointer(whole, call.description) ?? '').trim();
    const before = asked.anew === true ? undefined : kept.get(key);
    const loading = before ?? loadOpenApi(call, asked, ports);
    kept.delete(key);
    kept.set(key, loading);
    for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
    // What could not be had is asked for again next time.
    void loading.then(
      (loaded) => loaded.ok || kept.delete(key),
      () => kept.delete(key),
    );
    return loading;
  }

  return {
    async ask(asked) {
      const openApi = openApiCallOf(asked.operation);
      if (openApi === undefined) return askInTurn(asked, ports);
      const loaded = await load(openApi, asked);
      return loaded.ok ? tellOpenApi(openApi, asked, loaded.value, ports) : loaded;
    },
  };
}

/** Document after document, each named by those before. */
async function askInTurn(
  { component, operation, settings }: AskedDescription,
  { call, reading }: DescriptionPorts,
): Promise<Result<readonly Json[], CallFailure>> {
  const planned = planCall({ component, operation, settings, input: {} });
  if (!planned.ok) return planned;
  let request: RequestTemplate | undefined = planned.value;
  for (let asks = 0; request !== undefined && asks < mostAsked; asks += 1) {
    if (request.via !== undefined || wsdlCallOf(operation) === undefined)
      return failure(cannot('not-http'));
    const answer = await call(request);
    reading();
    const taken = takeAnswer({ component, operation, request, answer });
    if (!taken.ok) return taken;
    if (taken.value.messages.length > 0) return success(taken.value.messages);
    request = taken.value.next;
  }
  return success([]);
}
