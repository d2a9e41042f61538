import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { replySchema, replySignal, type HostPorts, type Reply } from '../../runtime/index.ts';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';
import { plainLine } from './plain-text.ts';

const longestShown = 2_000;

/** What each of so many calls is answered; the entry stays empty where a flow gives no answer. */
export function collectReplies(
  { signal }: Pick<HostPorts, 'signal'>,
  calls: number,
): (Reply | undefined)[] {
  const replies = new Array<Reply | undefined>(calls).fill(undefined);
  for (const at of replies.keys())
    void signal.wait(replySignal(at)).then((said) => {
      replies[at] = replySchema.parse(said);
    });
  return replies;
}

/** The answer to one of the calls, for a terminal. */
export function replyLines(reply: Reply | undefined, at: number, calls: number): readonly string[] {
  if (reply === undefined) return [];
  const { status, body } = reply;
  const answer = plainLine(body, longestShown);
  return [
    calls === 1
      ? say('command-line.reply', { status, answer })
      : say('command-line.reply-of-many', { number: at + 1, status, answer }),
  ];
}

/** One line of JSON for each call, in their order; null for one without an answer. Throws `CannotRun` in words. */
export async function writeReplies(
  file: string,
  folder: string,
  replies: readonly (Reply | undefined)[],
): Promise<void> {
  const text = replies.map((reply) => JSON.stringify(reply ?? null)).join('\n');
  await writeFile(resolve(folder, file), `${text}\n`, { mode: 0o600 }).catch((cause: unknown) => {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    throw new CannotRun(say('command-line.reply-not-written', { file, reason }));
  });
}
