/**
 * From the outside to the page: registered addresses, who listens, and what waits to be handed on.
 *
 * 1. A registration belongs to a workspace and expires; while somebody listens, it lives on.
 * 2. What waits is bounded in number and bytes: a page that cannot keep up makes callers come back later (503), it never
 *    makes the server grow.
 * 3. Where the listener answers, callers wait: so many at most, and each is told something at the end.
 * 4. Unknown, expired and removed addresses cannot be told apart from outside.
 */
import { writeJson, type Json } from '../../shared/index.ts';
import type { WebhookAnswer, WebhookDelivery } from '../contract.ts';
import { RefusedError } from '../refusal.ts';
import type { ProxyStore, StoredWebhook } from '../store.ts';

export const registrationMs = 7 * 24 * 60 * 60 * 1000;
/** Renewed once a day: the store is not written with every heartbeat. */
const renewedAfterMs = 24 * 60 * 60 * 1000;
const mostRegistrations = 100;
const mostWaiting = 100;
const mostCallers = 100;
/** So many names of calls are remembered: services try again for days, but not after so many others. */
const mostNames = 500;
const mostWaitingBytes = 32 * 1024 * 1024;

/** Takes deliveries as text of server-sent events; answers false when it cannot take more for now. */
export interface Listener {
  take(event: string): boolean;
  /** It says what callers are answered. */
  readonly answers: boolean;
  /** A newer listener of the same address came, or the address is gone. */
  close(): void;
}

export interface Deliveries {
  /** `signedBy`: the sealed credential whose secret callers sign with. */
  register(workspace: string, signedBy?: string): Promise<StoredWebhook>;
  remove(id: string, workspace: string): Promise<void>;
  /** The address, when it is known and has not expired. */
  known(id: string): StoredWebhook | undefined;
  /** Whether no call of this name was taken. */
  isNew(id: string, name: string): boolean;
  /**
   * Throws when the address is unknown, nobody listens, or too much waits. A promise where the listener answers; it
   * rejects with a refusal when the address is taken away meanwhile. `name`: how the service calls this call.
   */
  deliver(
    id: string,
    name: string | undefined,
    delivery: WebhookDelivery,
  ): Promise<WebhookAnswer> | undefined;
  /** The first answer of a delivery counts. Throws `proxy.not-found` where nobody waits for it. */
  answer(id: string, workspace: string, delivery: string, answer: WebhookAnswer): void;
  /** The caller waits no longer. */
  giveUp(id: string, delivery: string): void;
  /** Throws `proxy.webhook-unknown` for a foreign address too. Answers how to stop. */
  listen(id: string, workspace: string, listener: Listener): Promise<() => void>;
  /** The listener can take more. */
  resume(id: string): void;
  /** The listener is still there: from time to time the stored expiry moves on with it. */
  renew(id: string): Promise<void>;
  close(): void;
}

interface Caller {
  readonly answer: (answer: WebhookAnswer) => void;
  readonly refuse: (cause: RefusedError) => void;
}

interface Line {
  listener: Listener | undefined;
  /** The listener said: no more for now. */
  isPaused: boolean;
  waiting: string[];
  waitingBytes: number;
  /** Who waits for an answer, by delivery. */
  readonly callers: Map<string, Caller>;
}

export function createDeliveries(deps: {
  readonly store: ProxyStore;
  readonly now: () => number;
  readonly newId: () => string;
}): Deliveries {
  const { store, now } = deps;
  const lines = new Map<string, Line>();

  function find(id: string): StoredWebhook {
    const found = living().find((webhook) => webhook.id === id);
    if (found === undefined) throw new RefusedError('proxy.webhook-unknown');
    return found;
  }
  function findOwn(id: string, workspace: string): StoredWebhook {
    const found = find(id);
    if (found.workspace !== workspace) throw new RefusedError('proxy.webhook-unknown');
    return found;
  }
  const living = (): StoredWebhook[] =>
    store
      .webhooks()
      .filter(({ id, expires }) => expires > now() || lines.get(id)?.listener !== undefined);
  const without = (id: string): StoredWebhook[] => living().filter((webhook) => webhook.id !== id);

  const prolong = (webhook: StoredWebhook): Promise<void> =>
    store.saveWebhooks([...without(webhook.id), { ...webhook, expires: now() + registrationMs }]);

  /** In memory at once, so that the same call in parallel is one; on disk a moment later, so that it is one after a restart. */
  function remember(webhook: StoredWebhook, name: string): void {
    const taken = [...(webhook.taken ?? []), name].slice(-mostNames);
    void store.saveWebhooks([...without(webhook.id), { ...webhook, taken }]).catch(() => undefined);
  }

  function lineOf(id: string): Line {
    const line = lines.get(id) ?? {
      listener: undefined,
      isPaused: false,
      waiting: [],
      waitingBytes: 0,
      callers: new Map(),
    };
    lines.set(id, line);
    return line;
  }
  function flush(line: Line): void {
    while (line.listener !== undefined && !line.isPaused) {
      const event = line.waiting.shift();
      if (event === undefined) return;
      line.waitingBytes -= event.length;
      line.isPaused = !line.listener.take(event);
    }
  }

  return {
    async register(workspace, signedBy) {
      if (
        living().filter((webhook) => webhook.workspace === workspace).length >= mostRegistrations
      ) {
        throw new RefusedError('proxy.too-many-webhooks', { count: mostRegistrations });
      }
      const webhook = {
        id: deps.newId(),
        workspace,
        expires: now() + registrationMs,
        ...(signedBy === undefined ? {} : { signedBy }),
      };
      await store.saveWebhooks([...living(), webhook]);
      return webhook;
    },
    async remove(id, workspace) {
      findOwn(id, workspace);
      const line = lines.get(id);
      line?.listener?.close();
      lines.delete(id);
      if (line !== undefined) sendAway(line);
      await store.saveWebhooks(without(id));
    },
    known: (id) => living().find((webhook) => webhook.id === id),
    isNew: (id, name) => !(find(id).taken ?? []).includes(name),
    deliver(id, name, delivery) {
      const webhook = find(id);
      const line = lines.get(id);
      if (line?.listener === undefined) throw new RefusedError('proxy.webhook-nobody-listens');
      const event = `id: ${delivery.id}\nevent: received\ndata: ${writeJson(delivery as unknown as Json)}\n\n`;
      if (
        line.waiting.length >= mostWaiting ||
        line.waitingBytes + event.length > mostWaitingBytes ||
        line.callers.size >= mostCallers
      ) {
        throw new RefusedError('proxy.webhook-busy');
      }
      if (name !== undefined) remember(webhook, name);
      line.waiting.push(event);
      line.waitingBytes += event.length;
      const answered = line.listener.answers ? answerFor(line, delivery.id) : undefined;
      flush(line);
      return answered;
    },
    answer(id, workspace, delivery, answer) {
      findOwn(id, workspace);
      const { callers } = lines.get(id) ?? {};
      const caller = callers?.get(delivery);
      if (caller === undefined) throw new RefusedError('proxy.not-found');
      callers?.delete(delivery);
      caller.answer(answer);
    },
    giveUp(id, delivery) {
      lines.get(id)?.callers.delete(delivery);
    },
    async listen(id, workspace, listener) {
      await prolong(findOwn(id, workspace));
      const line = lineOf(id);
      line.listener?.close();
      line.listener = listener;
      line.isPaused = false;
      flush(line);
      return () => {
        if (line.listener === listener) line.listener = undefined;
      };
    },
    resume(id) {
      const line = lines.get(id);
      if (line === undefined) return;
      line.isPaused = false;
      flush(line);
    },
    async renew(id) {
      const webhook = living().find((each) => each.id === id);
      if (webhook !== undefined && webhook.expires - now() < registrationMs - renewedAfterMs)
        await prolong(webhook);
    },
    close() {
      for (const line of lines.values()) {
        line.listener?.close();
        sendAway(line);
      }
      lines.clear();
    },
  };
}

function answerFor({ callers }: Line, delivery: string): Promise<WebhookAnswer> {
  return new Promise((answer, refuse) => callers.set(delivery, { answer, refuse }));
}

/** The address is gone, and with it whoever could answer. */
function sendAway({ callers }: Line): void {
  for (const { refuse } of callers.values())
    refuse(new RefusedError('proxy.webhook-nobody-listens'));
  callers.clear();
}
