import type { Context } from 'hono';
import { failure, parseJson, success, type Json, type Result } from '../shared/index.ts';

/** The largest body a sample service reads. */
const bodyLimit = 256 * 1024;

export interface BodyProblem {
  readonly status: 400 | 413 | 415;
  readonly message: string;
}

export interface JsonBody {
  readonly value: Json;
  /** As it was sent: what an idempotency key is held against. */
  readonly text: string;
}

/** Reads a JSON body, or says with which status and words it must be refused. */
export async function readJsonBody(c: Context): Promise<Result<JsonBody, BodyProblem>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json'))
    return failure({
      status: 415,
      message: 'Send the data as JSON, with the header "Content-Type: application/json".',
    });
  const text = await c.req.text();
  if (text.length > bodyLimit)
    return failure({
      status: 413,
      message: `At most ${String(bodyLimit / 1024)} kB can be sent at once.`,
    });
  const parsed = parseJson(text);
  if (parsed.ok) return success({ value: parsed.value, text });
  const { line, column, message } = parsed.reason;
  const place = line === 0 ? '' : ` in line ${String(line)}, column ${String(column)}`;
  return failure({ status: 400, message: `This is not readable as JSON${place}: ${message}` });
}
