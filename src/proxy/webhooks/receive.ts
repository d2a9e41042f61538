/**
 * Any method on /hooks/:id, from anywhere: no session, no CORS headers, its own router.
 *
 * 1. Unknown addresses look alike whatever is sent to them, and like a wrong signature; their bodies are not read.
 * 2. At most 10 MB as sent, and 10 MB after decompression.
 * 3. The sender's own secrets (cookies, Authorization) are not handed on.
 */
import { Hono } from 'hono';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { parseJson, type Json } from '../../shared/index.ts';
import type { WebhookDelivery } from '../contract.ts';
import type { CredentialDeps } from '../credentials.ts';
import { RefusedError } from '../refusal.ts';
import { readBytes } from '../request-body.ts';
import type { StoredWebhook } from '../store.ts';
import { answerCaller, type HookWords } from './answer-caller.ts';
import type { Deliveries } from './deliveries.ts';
import { verifySignature } from './signatures.ts';
import { secretOfCalls } from './signed-by.ts';

const hookBytes = 10 * 1024 * 1024;
const decoders = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;
const keptBack =
  /^(cookie|authorization|proxy-.*|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|forwarded|x-forwarded-.*|x-real-ip|sec-.*)$/;

export function createHookReceiver(deps: {
  readonly deliveries: Deliveries;
  readonly credentials: CredentialDeps;
  readonly now: () => number;
  readonly newId: () => string;
  readonly words: HookWords;
  /** How long a caller waits for an answer. */
  readonly limitMs?: number;
}): Hono {
  const patience = createPatience();
  return new Hono().all('/:id', async (context) => {
    const id = context.req.param('id');
    const webhook = deps.deliveries.known(id);
    if (webhook === undefined) throw new RefusedError('proxy.webhook-not-accepted');
    const request = context.req.raw;
    const sent = await readBytes(request, hookBytes);
    const call = await provedCall(webhook, request.headers, sent, deps);
    const bytes = await decode(sent, request.headers.get('content-encoding'));
    const delivery = deps.newId();
    const received = {
      id: delivery,
      at: deps.now(),
      method: request.method,
      query: context.req.query(),
      headers: Object.fromEntries([...request.headers].filter(([name]) => !keptBack.test(name))),
      body: toBody(bytes, request.headers.get('content-type') ?? ''),
    } satisfies WebhookDelivery;
    // Who calls twice by the same name is told that all is well, and starts nothing.
    const isKnown = (): boolean => call.name !== undefined && !deps.deliveries.isNew(id, call.name);
    const { value: answered } = await patience.untilHeard(() =>
      isKnown() ? undefined : deps.deliveries.deliver(id, call.name, received),
    );
    if (answered === undefined) return new Response(null, { status: 202 });
    const giveUp = (): void => deps.deliveries.giveUp(id, delivery);
    return answerCaller(answered, request.signal, deps.words, giveUp, deps.limitMs);
  });
}

const waitMs = 50;
const longestWaitMs = 1_000;
const mostWaiting = 20;

/**
 * A page that has just got its address, or whose line broke, listens a moment later: a call that comes in between waits that
 * moment. Only so many do; the others are asked to come back.
 */
function createPatience() {
  let waiting = 0;
  return {
    async untilHeard<Value>(deliver: () => Value): Promise<{ readonly value: Value }> {
      for (let waited = 0; ; waited += waitMs) {
        try {
          return { value: deliver() };
        } catch (cause) {
          const isEarly =
            cause instanceof RefusedError && cause.code === 'proxy.webhook-nobody-listens';
          if (!isEarly || waited >= longestWaitMs || waiting >= mostWaiting) throw cause;
        }
        waiting += 1;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        waiting -= 1;
      }
    },
  };
}

/** Throws one and the same refusal whatever is wrong with the signature. */
async function provedCall(
  webhook: StoredWebhook,
  headers: Headers,
  body: Buffer,
  { credentials, now }: { readonly credentials: CredentialDeps; readonly now: () => number },
): Promise<{ readonly name?: string }> {
  if (webhook.signedBy === undefined) return {};
  const session = { workspace: webhook.workspace, issued: now() };
  try {
    const signed = await secretOfCalls(webhook.signedBy, session, credentials);
    const said = verifySignature({ ...signed, headers, body, now: now() });
    if (said.ok) return said.id === undefined ? {} : { name: said.id };
  } catch (cause) {
    if (!(cause instanceof RefusedError)) throw cause;
  }
  throw new RefusedError('proxy.webhook-not-accepted');
}

async function decode(bytes: Buffer, encoding: string | null): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (name === 'identity' || name === '') return bytes;
  const decoder = Object.hasOwn(decoders, name)
    ? decoders[name as keyof typeof decoders]
    : undefined;
  try {
    if (decoder !== undefined) return await decoder(bytes, { maxOutputLength: hookBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RefusedError('proxy.request-too-large', { megabytes: hookBytes / 1024 / 1024 });
    }
  }
  throw new RefusedError('proxy.request-not-understood', { at: 'content-encoding' });
}

/** JSON and forms as data, other texts as text, bytes that are no text as base64. */
function toBody(bytes: Buffer, contentType: string): Json {
  if (bytes.length === 0) return null;
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const text = toText(bytes);
  if (text === undefined) return { base64: bytes.toString('base64'), type };
  if (type === 'application/x-www-form-urlencoded') return formOf(text);
  const parsed =
    type === 'application/json' || type.endsWith('+json') || type === ''
      ? parseJson(text)
      : undefined;
  return parsed?.ok === true ? parsed.value : text;
}

function toText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A name that comes more than once becomes a list. */
function formOf(text: string): Json {
  const form: Record<string, Json> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === '__proto__') continue;
    const present = Object.hasOwn(form, name) ? form[name] : undefined;
    form[name] =
      present === undefined
        ? value
        : [...(Array.isArray(present) ? (present as Json[]) : [present]), value];
  }
  return form;
}
