/**
 * POST /api/credentials: a filled form becomes a token the page may keep.
 *
 * 1. The form is checked against the component's own schema on the server, never against one the page sends.
 * 2. What the page gets back of a secret is at most its last four characters.
 */
import { Validator, type Schema } from '@cfworker/json-schema';
import type { Component, CredentialType } from '../catalog/contract.ts';
import { isJsonObject, type Json, type JsonSchema } from '../shared/index.ts';
import { applyAuthRule, secretName } from './auth-rules.ts';
import { answerHeaders, type SealAnswer, type SealRequest } from './contract.ts';
import type { FreshTokens } from './oauth/fresh-tokens.ts';
import { checkOAuth } from './oauth/check-oauth.ts';
import { needsPerson, signInHosts } from './oauth/oauth-rule.ts';
import { hostsOf, notYetSaid, originsOfCredential, type Places } from './origins.ts';
import { RefusedError } from './refusal.ts';
import type { Session } from './session.ts';
import type { ProxyStore } from './store.ts';
import type { SealedCredential, Vault } from './vault/vault.ts';

export interface CredentialDeps {
  readonly vault: Vault;
  readonly store: ProxyStore;
  readonly places: Places;
  readonly tokens: FreshTokens;
  readonly now: () => number;
}

interface FormDeps extends Pick<CredentialDeps, 'places' | 'now'> {
  readonly components: readonly Component[];
  readonly newId: () => string;
}

/** Seals a form. Throws a refusal that names the field. */
export async function sealCredential(
  request: SealRequest,
  session: Session,
  deps: CredentialDeps & FormDeps,
): Promise<SealAnswer> {
  const { credential: checked, type } = checkedCredential(request, session.workspace, deps);
  if (type.auth.scheme === 'oauth2' && needsPerson(type.auth))
    throw new RefusedError('proxy.sign-in-needed');
  // The first token is had now: what the service does not like is told at the form.
  const { credential, token } = await deps.tokens.current(checked);
  return sealAnswerOf(credential, token ?? (await deps.vault.seal(credential)), type);
}

/** What the page may know of a sealed credential. */
export function sealAnswerOf(
  { auth, origins, values, expires }: SealedCredential,
  token: string,
  type: CredentialType,
): SealAnswer {
  const besides = auth.scheme === 'oauth2' ? signInHosts(auth, values) : [];
  return {
    token,
    hosts: [...new Set([...hostsOf(origins), ...besides])],
    hints: hintsOf(type, values),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** What a form comes to, with the origins its secret may go to. Throws a refusal that names the field. */
export function checkedCredential(
  request: SealRequest,
  workspace: string,
  deps: FormDeps,
): { readonly credential: SealedCredential; readonly type: CredentialType } {
  const component = deps.components.find((candidate) => candidate.id === request.component);
  if (component === undefined)
    throw new RefusedError('proxy.component-unknown', {
      component: request.component.slice(0, 100),
    });
  const type = component.credentials.find((candidate) => candidate.id === request.type);
  if (type === undefined)
    throw new RefusedError('proxy.credential-type-unknown', { type: request.type.slice(0, 100) });
  checkForm(type, request.values);
  const origins = originsOf(type, component, request.values, deps.places);
  // A value that cannot be sent is told now, at the form, not at the first call.
  applyAuthRule(type.auth, request.values, deps);
  if (type.auth.scheme === 'oauth2') checkOAuth(type.auth, request.values);
  return {
    type,
    credential: {
      id: deps.newId(),
      workspace,
      component: component.id,
      type: type.id,
      auth: type.auth,
      origins,
      values: request.values,
      issued: deps.now(),
    },
  };
}

function originsOf(
  { auth, origins }: CredentialType,
  component: Component,
  values: SealRequest['values'],
  places: Places,
): SealedCredential['origins'] {
  const rules = origins ?? component.origins;
  // What proves incoming calls goes nowhere.
  if (auth.scheme === 'signature') return [];
  // Where its service says at the sign-in; until then nowhere.
  if (auth.scheme === 'oauth2' && auth.home !== undefined)
    return rules.slice(0, 1).map((rule) => ({ rule, origin: notYetSaid }));
  return originsOfCredential(rules, values, places);
}

/** A seal to keep in place of the one that came. */
export interface FreshSeal {
  readonly token: string;
  readonly expires: number | undefined;
}

export interface OpenCredential {
  readonly credential: SealedCredential;
  readonly fresh?: FreshSeal;
}

/** Opens a token for this session, with what its service gave last. Throws a refusal that says why it cannot be used. */
export async function openCredential(
  token: string,
  session: Session,
  deps: CredentialDeps,
): Promise<OpenCredential> {
  const { credential: given, isOld } = await ownCredential(token, session, deps);
  const { credential, token: newest } = await deps.tokens.current(given);
  if (credential.expires !== undefined && credential.expires <= deps.now())
    throw new RefusedError('proxy.credential-expired');
  if (newest !== undefined) return openAs(credential, newest);
  return isOld ? openAs(credential, await deps.vault.seal(credential)) : { credential };
}

/** The credential with a token that its service has not refused yet; undefined where there is none without a person. */
export async function renewedCredential(
  credential: SealedCredential,
  { tokens }: Pick<CredentialDeps, 'tokens'>,
): Promise<OpenCredential | undefined> {
  const renewed = await tokens.renewed(credential);
  if (renewed === undefined) return undefined;
  return renewed.token === undefined ? renewed : openAs(renewed.credential, renewed.token);
}

/** How an answer hands a fresh seal to the page. */
export function freshHeaders(fresh: FreshSeal | undefined): Record<string, string> {
  if (fresh === undefined) return {};
  return {
    [answerHeaders.freshToken]: fresh.token,
    ...(fresh.expires === undefined ? {} : { [answerHeaders.freshExpires]: String(fresh.expires) }),
  };
}

function openAs(credential: SealedCredential, token: string): OpenCredential {
  return { credential, fresh: { token, expires: credential.expires } };
}

async function ownCredential(
  token: string,
  session: Session,
  deps: Pick<CredentialDeps, 'vault' | 'store'>,
): Promise<{ readonly credential: SealedCredential; readonly isOld: boolean }> {
  const opened = await deps.vault.open(token);
  if (opened.credential.workspace !== session.workspace)
    throw new RefusedError('proxy.credential-other-workspace');
  if (deps.store.isRevoked(opened.credential.id))
    throw new RefusedError('proxy.credential-revoked');
  return opened;
}

/** Makes a token worthless for good. */
export async function revokeCredential(
  token: string,
  session: Session,
  deps: CredentialDeps,
): Promise<void> {
  const { credential } = await ownCredential(token, session, deps);
  await deps.store.revoke(credential.id);
  // The token here is worthless from now on, whatever the service says to this.
  await deps.tokens.giveBack(credential).catch(() => undefined);
}

function checkForm(type: CredentialType, values: Readonly<Record<string, Json>>): void {
  const { valid, errors } = new Validator(type.schema as Schema, '2020-12', false).validate(values);
  if (valid) return;
  // The deepest error names the field; its own text may quote the value, so only the place is told.
  const deepest = errors.reduce((one, other) =>
    depthOf(other.instanceLocation) > depthOf(one.instanceLocation) ? other : one,
  );
  const missing = errors.find((error) => error.keyword === 'required')?.error;
  const name = missing === undefined ? undefined : /property "(.*)"/.exec(missing)?.[1];
  throw new RefusedError('proxy.credential-incomplete', {
    field: name === undefined ? deepest.instanceLocation.slice(1) : `/${name}`,
  });
}

function depthOf(pointer: string): number {
  return pointer.split('/').length;
}

function hintsOf(
  type: CredentialType,
  values: Readonly<Record<string, Json>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && isSecretField(type.schema.properties?.[name], name)
        ? [[name, hintOf(value)]]
        : [],
    ),
  );
}

function isSecretField(schema: JsonSchema | undefined, name: string): boolean {
  const said = isJsonObject(schema) ? schema['writeOnly'] : undefined;
  return typeof said === 'boolean' ? said : secretName.test(name);
}

/** Four characters of a long secret tell it from another one; of a short secret they would tell too much. */
function hintOf(secret: string): string {
  return secret.length >= 16 ? `…${secret.slice(-4)}` : '…';
}
