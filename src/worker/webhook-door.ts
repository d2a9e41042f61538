/**
 * Gets an address that services can call and hands over what arrives, while the page is open. Server-sent events are
 * read with `fetch`, because `EventSource` cannot send the header that the proxy asks for.
 */
import type { CallAnswer, TakeCall } from '../runtime/index.ts';
import { parseJson, type Json } from '../shared/index.ts';
import {
  webhookDeliverySchema,
  webhookRegistrationSchema,
  type WebhookAnswer,
  type WebhookDelivery,
  type WebhookRegistration,
} from '../proxy/contract.ts';
import { sessionHeaders, type Fetch } from '../proxy/page-call.ts';

export interface OpenDoor {
  readonly registration: WebhookRegistration;
  /** Hands over each call; the function that comes back stops it. */
  receive(onCall: TakeCall, onLost: () => void, how: ReceivingCalls): () => void;
}

export interface ReceivingCalls {
  /** Callers wait for what the flow says. */
  readonly answers: boolean;
  /** Calls come through from now on; again after a break. */
  readonly onOpen?: () => void;
}

export interface WebhookDoor {
  /** Asks for an address; it is given back when the signal ends. `signedBy`: the credential whose secret callers sign with. */
  open(signal: AbortSignal, signedBy?: string): Promise<OpenDoor>;
}

export function createWebhookDoor(fetch: Fetch, sleep: (ms: number) => Promise<void>): WebhookDoor {
  return {
    async open(signal, signedBy) {
      const response = await fetch('/api/webhooks', {
        method: 'POST',
        headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
        body: JSON.stringify(signedBy === undefined ? {} : { credential: signedBy }),
        signal,
      });
      if (!response.ok) throw new Error(`no address for calls: ${String(response.status)}`);
      const registration = webhookRegistrationSchema.parse(await response.json());
      const address = `/api/webhooks/${encodeURIComponent(registration.id)}`;
      signal.addEventListener('abort', () => {
        fetch(address, { method: 'DELETE', headers: { ...sessionHeaders }, keepalive: true }).catch(
          () => undefined,
        ); // it expires by itself
      });
      const tell = async (delivery: string, said: CallAnswer): Promise<void> => {
        const answer: WebhookAnswer = typeof said === 'string' ? { without: said } : said;
        // A caller who has gone needs no answer.
        await fetch(`${address}/answers/${encodeURIComponent(delivery)}`, {
          method: 'POST',
          headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
          body: JSON.stringify(answer),
        }).catch(() => undefined);
      };
      return {
        registration,
        receive(onCall, onLost, { answers, onOpen }) {
          const life = new AbortController();
          signal.addEventListener('abort', () => {
            life.abort();
          });
          const take = (delivery: WebhookDelivery): Promise<void> | undefined =>
            onCall({
              message: messageOf(delivery),
              ...(answers ? { answer: once((said) => void tell(delivery.id, said)) } : {}),
            });
          const events = `${address}/events${answers ? '?answers=1' : ''}`;
          void listen(fetch, sleep, events, life.signal, take, onOpen).then(() => {
            if (!life.signal.aborted) onLost();
          });
          return () => {
            life.abort();
          };
        },
      };
    },
  };
}

/** Only the first answer leaves here: on its way a second one could overtake it. */
function once(tell: (said: CallAnswer) => void): (said: CallAnswer) => void {
  let isSaid = false;
  return (said) => {
    if (isSaid) return;
    isSaid = true;
    tell(said);
  };
}

const reconnectMs = [500, 2_000, 5_000] as const;

/** Listens, and again after a break, until stopped or until the address is gone. Reads no further than calls are taken. */
async function listen(
  fetch: Fetch,
  sleep: (ms: number) => Promise<void>,
  address: string,
  signal: AbortSignal,
  onCall: (delivery: WebhookDelivery) => Promise<void> | undefined,
  onOpen: () => void = () => undefined,
): Promise<void> {
  let breaks = 0;
  while (!signal.aborted && breaks <= reconnectMs.length) {
    try {
      const response = await fetch(address, {
        headers: { ...sessionHeaders, Accept: 'text/event-stream' },
        signal,
      });
      if (response.status === 404 || response.status === 410) return;
      if (response.ok && response.body !== null) {
        breaks = 0;
        onOpen();
        for await (const { event, data } of readEvents(response.body)) {
          if (event === 'received') await take(data, onCall);
        }
      }
    } catch {
      // The line broke; whether it comes back is seen by trying.
    }
    if (signal.aborted) return;
    await sleep(reconnectMs[Math.min(breaks, reconnectMs.length - 1)] as number); // the list is not empty
    breaks++;
  }
}

function take(
  data: string,
  onCall: (delivery: WebhookDelivery) => Promise<void> | undefined,
): Promise<void> | undefined {
  const parsed = parseJson(data);
  const delivery = parsed.ok ? webhookDeliverySchema.safeParse(parsed.value) : undefined;
  return delivery?.success === true ? onCall(delivery.data) : undefined;
}

/** The body is the message; a call without one says what it says in its address. */
function messageOf({ body, query }: WebhookDelivery): Json {
  return body === null || body === '' ? query : body;
}

/** Server-sent events of a stream (WHATWG HTML, 9.2.6), as far as they have a name and data. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<{ readonly event: string; readonly data: string }> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  let event = 'message';
  let data: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    // A carriage return at the very end may be the first half of a line end.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield { event, data: data.join('\n') };
        event = 'message';
        data = [];
      } else if (!line.startsWith(':')) {
        const colon = line.indexOf(':');
        const name = colon === -1 ? line : line.slice(0, colon);
        const content = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (name === 'event') event = content;
        else if (name === 'data') data.push(content);
      }
    }
  }
}
