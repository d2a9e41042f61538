/**
 * The way out for a host in this process (`footbridge run`): no page, no session, no seal; all else as at `/api/call`.
 *
 * 1. `answerCall` decides about every request: effect, origin, path, headers, destinations and masking are the proxy's own.
 * 2. A credential is held under a name, checked against its component's form; its secret may go to the origins that
 *    were found then, and nowhere else.
 * 3. Nobody is here to sign in: of a sign-in that needs a person, the form brings a refresh token along.
 * 4. Values stay in here: what leaves are names, hosts and refusals, which never hold one.
 */
import { randomBytes } from 'node:crypto';
import type { Component } from '../catalog/contract.ts';
import { arrivedFile, type ArrivedFile } from './arrived-file.ts';
import { answerCall } from './call.ts';
import { createCallGate } from './call-gate.ts';
import { callerOf } from './caller.ts';
import { callRequestSchema, taskOrderSchema, withFilePaths, type SealRequest } from './contract.ts';
import { checkedCredential, sealAnswerOf } from './credentials.ts';
import type { Destinations } from './egress/destinations.ts';
import type { Egress } from './egress/egress.ts';
import { createOAuthApps, type AppsOfEnvironment } from './oauth/apps.ts';
import { createFreshTokens } from './oauth/fresh-tokens.ts';
import { needsPerson } from './oauth/oauth-rule.ts';
import type { Places } from './origins.ts';
import { parseJson, type Json, type KeptFiles } from '../shared/index.ts';
import { createServiceCalls, type Fetch, type ServiceCalls } from './page-call.ts';
import { toResponse } from './ready-answer.ts';
import { RefusedError, toRefusal, toRefusalResponse } from './refusal.ts';
import { shapedAs } from './request-body.ts';
import type { Session } from './session.ts';
import { createMemoryStore } from './store.ts';
import { answerTask } from './tasks/answer-task.ts';
import { transports } from './tasks/transports.ts';
import type { SealedCredential, Vault } from './vault/vault.ts';

/** A credential is told by the name under which it is held. */
export interface InProcessCalls extends ServiceCalls {
  /** Holds a filled form under a name; answers the hosts its secret may go to. Throws a refusal that names the field. */
  hold(name: string, form: SealRequest): readonly string[];
}

const ended = (): void => undefined;
const outcomePath = '/api/calls/';
const taskPath = '/api/task';

export function createInProcessCalls(deps: {
  readonly components: readonly Component[];
  readonly places: Places;
  readonly egress: Egress;
  readonly destinations: Destinations;
  readonly oauthApps?: AppsOfEnvironment;
  readonly now: () => number;
  /** Where files are that are passed on; none = none are. */
  readonly files?: KeptFiles;
  /** A service gave another refresh token for the credential held under this name: the one in the form is worth nothing now. */
  readonly onRefreshToken?: (name: string, refreshToken: string) => void;
}): InProcessCalls {
  const held = new Map<string, SealedCredential>();
  const session: Session = { workspace: 'this-process', issued: deps.now() };
  const gate = createCallGate(deps.now);
  const newId = (): string => randomBytes(16).toString('base64url');
  const store = createMemoryStore();
  const vault = vaultOf(held);
  const names = new Map<string, string>();
  const tokens = createFreshTokens({
    ...deps,
    vault,
    store,
    apps: createOAuthApps({ fixed: deps.oauthApps ?? new Map(), store, vault, maySetUp: false }),
    onRenewed({ id, tokens: renewed }) {
      const name = names.get(id);
      if (name !== undefined && renewed?.refresh !== undefined)
        deps.onRefreshToken?.(name, renewed.refresh);
    },
  });
  const common = {
    ...deps,
    newId,
    vault,
    store,
    tokens,
    noteOutcome: gate.noteOutcome,
    transports,
  };

  /** What `/api/call` and `/api/calls/:id/outcome` do behind the page's door. */
  const fetch: Fetch = async (address, init) => {
    const signal = init.signal ?? undefined;
    try {
      if (address.startsWith(outcomePath)) return outcome(address.split('/')[3] ?? ''); // ids are base64url, so nothing in them is encoded
      if (address === taskPath) {
        const sent = parseJson(String(init.body));
        const order = taskOrderSchema.parse(sent.ok ? sent.value : undefined);
        return await answerTask(order, session, common, ended, signal);
      }
      const caller = signal === undefined ? undefined : callerOf(signal);
      if (init.body instanceof Blob) {
        const arrived = await arrivedFile(init.body.stream());
        try {
          return await answerWithFile(address, arrived, signal);
        } catch (cause) {
          await arrived.pieces.return();
          throw cause;
        }
      }
      const request = callRequestSchema.parse(JSON.parse(String(init.body)));
      return toResponse(await answerCall(request, session, common, ended, caller));
    } catch (cause) {
      if (signal?.aborted === true || !(cause instanceof RefusedError)) throw cause;
      return toRefusalResponse(cause);
    }
  };

  async function answerWithFile(
    address: string,
    { line, pieces }: ArrivedFile,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    if (address === withFilePaths.task) {
      const order = shapedAs(taskOrderSchema, line);
      return answerTask(order, session, common, ended, signal, pieces);
    }
    const call = shapedAs(callRequestSchema, line);
    const caller = signal === undefined ? undefined : callerOf(signal);
    return toResponse(await answerCall(call, session, common, ended, caller, pieces));
  }

  function outcome(id: string): Response {
    const refused = gate.outcome(id, session);
    return refused === undefined
      ? new Response(null, { status: 204 })
      : new Response(JSON.stringify(toRefusal(refused)));
  }

  function takesRefreshToken({ component, type }: SealRequest): boolean {
    const found = deps.components
      .find(({ id }) => id === component)
      ?.credentials.find(({ id }) => id === type);
    return found?.auth.scheme === 'oauth2' && needsPerson(found.auth);
  }

  return {
    hold(name, form) {
      const { refreshToken, ...values } = form.values;
      const { credential, type } = checkedCredential(
        takesRefreshToken(form) && typeof refreshToken === 'string' ? { ...form, values } : form,
        session.workspace,
        { ...deps, newId },
      );
      names.set(credential.id, name);
      held.set(name, takesRefreshToken(form) ? withRefresh(credential, refreshToken) : credential);
      return sealAnswerOf(credential, name, type).hosts;
    },
    ...createServiceCalls(fetch, undefined, deps.files),
  };
}

/** Throws `proxy.credential-incomplete`. */
function withRefresh(credential: SealedCredential, refresh: Json | undefined): SealedCredential {
  if (typeof refresh !== 'string' || refresh === '')
    throw new RefusedError('proxy.credential-incomplete', { field: '/refreshToken' });
  return { ...credential, tokens: { access: '', refresh, obtained: 0, expires: 0, generation: 0 } };
}

/** Names take the place of sealed tokens: nothing leaves the process, so there is nothing to seal. */
function vaultOf(held: Map<string, SealedCredential>): Vault {
  const nothing = (): never => {
    throw new Error('no notes are sealed for a host in this process');
  };
  return {
    seal(credential) {
      const name = `renewed ${credential.id}`;
      held.set(name, credential);
      return Promise.resolve(name);
    },
    open(name) {
      const credential = held.get(name);
      if (credential === undefined)
        return Promise.reject(new RefusedError('proxy.credential-not-valid'));
      return Promise.resolve({ credential, isOld: false });
    },
    sealNote: nothing,
    openNote: nothing,
  };
}
