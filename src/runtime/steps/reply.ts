import { settingsWithDefaults, type Settings } from '../../catalog/index.ts';
import type { Evaluation } from '../../mapping/index.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import { fromMapping, refusedAt } from '../failure.ts';
import type { Message } from '../message.ts';
import { replySignal, type Reply } from '../reply.ts';
import type { Executor, Outcome } from './executor.ts';
import { longestText } from './given-text.ts';
import { slotOrBody } from './slot-value.ts';

const forms: Readonly<Record<string, string>> = {
  json: 'application/json',
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Answers the call that a message goes back to; the message goes on as it is. The first answer of each call is sent,
 * whoever else answers it later. It is an outside effect: a replay does not send it again.
 */
export const reply: Executor = {
  form: 'inline',
  make({ step, operation, world: { ports, onReply } }) {
    const settings = settingsWithDefaults(operation, step.settings);
    const valueOf = slotOrBody(step, 'input');
    const answered = new Set<number>();
    const answer = async (
      { value = null, problems }: Evaluation,
      { id, origin, body, invented }: Message,
    ): Promise<Outcome> => {
      if (problems.length > 0)
        return { state: 'refused', failure: fromMapping(problems), input: value };
      const made = replyOf(value, settings);
      const input: Json = { status: made.status, answer: value };
      if (made.body.length > longestText) {
        const lengths = { limit: longestText, length: made.body.length };
        return { state: 'refused', failure: refusedAt('steps.text-too-long', [], lengths), input };
      }
      if (!isAddress(made.headers['Location']))
        return { state: 'refused', failure: refusedAt('steps.reply-address', []), input };
      // Nobody is told what nobody answered.
      const isFirst = invented !== true && !answered.has(origin);
      if (isFirst) answered.add(origin);
      if (isFirst && onReply !== undefined) onReply(origin, { status: made.status, answer: value });
      else if (isFirst)
        await ports.step(`${id}/${step.id}/0`, () => {
          ports.signal.send(replySignal(origin), { ...made });
          return Promise.resolve(true);
        });
      return { state: 'done', outputs: [body], input: isFirst ? input : { ...input, sent: false } };
    };
    return {
      run(message, context) {
        const made = valueOf(message, context);
        return made instanceof Promise
          ? made.then((known) => answer(known, message))
          : answer(made, message);
      },
    };
  },
};

function replyOf(value: Json, settings: Settings): Reply {
  const { status, form, location, retryAfter, cacheControl } = settings;
  const known = typeof status === 'number' && status >= 200 && status <= 599 ? status : 200;
  const type = typeof form === 'string' && Object.hasOwn(forms, form) ? forms[form] : undefined;
  const hasBody = !withoutBody.has(known);
  return {
    status: known,
    headers: {
      ...(hasBody ? { 'Content-Type': type ?? 'application/json' } : {}),
      'Cache-Control': textOf(cacheControl) ?? 'no-store',
      ...named('Location', textOf(location)),
      ...named('Retry-After', typeof retryAfter === 'number' ? String(retryAfter) : undefined),
    },
    body: hasBody ? bodyOf(value, form) : '',
  };
}

function bodyOf(value: Json, form: Json | undefined): string {
  if (form === 'json' || form === undefined) return writeJson(value);
  if (value === null) return '';
  return typeof value === 'object' ? writeJson(value) : String(value);
}

function named(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An address on the web, or one of the caller's own; nothing that a browser would run. */
function isAddress(address: string | undefined): boolean {
  return address === undefined || /^(https?:\/\/|\/)[\x21-\x7e]*$/.test(address);
}
