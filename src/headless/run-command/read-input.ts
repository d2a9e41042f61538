import type { Catalog } from '../../catalog/index.ts';
import { startingStep, type Flow } from '../../flow/index.ts';
import { parseJson, type Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';
import { readText } from './read-text.ts';

interface InputWorld {
  readonly folder: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/**
 * What is sent to a flow that starts when it is called; nothing for any other, and nothing when it is cancelled while
 * it waits for what is piped in. Throws `CannotRun` in words.
 */
export async function readInput(
  { flow, catalog }: { readonly flow: Flow; readonly catalog: Catalog },
  file: string | undefined,
  world: InputWorld,
): Promise<readonly Json[] | undefined> {
  const first = startingStep(flow, catalog);
  if (first === undefined) return undefined;
  const isCalled = catalog.operation(first.component, first.operation)?.starts === 'webhook';
  if (!isCalled && file !== undefined)
    throw new CannotRun(say('command-line.input-not-wanted', { step: first.name }));
  if (!isCalled) return undefined;
  if (file === undefined)
    throw new CannotRun(say('command-line.input-missing', { step: first.name }));
  const text = file === '-' ? await piped(world) : await readText(file, world.folder);
  return text === undefined ? undefined : parseInput(text);
}

/** One JSON value is one call; several lines of JSON are a call each. */
function parseInput(text: string): readonly Json[] {
  if (text.trim() === '') throw new CannotRun(say('command-line.input-empty'));
  const whole = parseJson(text);
  if (whole.ok) return [whole.value];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const calls: Json[] = [];
  for (const line of lines) {
    const call = parseJson(line);
    if (call.ok) calls.push(call.value);
  }
  if (calls.length === lines.length) return calls;
  const { line, column } = whole.reason;
  throw new CannotRun(
    line === 0
      ? say('command-line.input-not-json')
      : say('command-line.input-unreadable', { line, column }),
  );
}

async function piped({ stdin, signal }: InputWorld): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  const all = (async () => {
    for await (const chunk of stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  })();
  const cancelled = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([all, cancelled]);
}
