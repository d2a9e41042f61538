/**
 * `footbridge run FLOW.json`: reads everything that is needed, runs the flow once, says what became of it.
 *
 * 1. Nothing is sent before the flow, its credentials, its places and its input have been read and found usable.
 * 2. Without `--yes` no write is sent: the requests are shown, and nothing is remembered.
 * 3. With `--json` standard output holds reports and nothing else; all other words go to standard error.
 */
import { randomUUID } from 'node:crypto';
import { remembersRuns } from '../../flow/index.ts';
import type { RunLimits, RunState } from '../../runtime/contract.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { createNodePorts } from '../node-ports.ts';
import { readCatalog } from '../read-catalog.ts';
import { runOnce } from '../run-once.ts';
import { readArguments, type RunArguments } from './arguments.ts';
import { readCalledFlows, slotsOfCalled, toCall } from './called-flows.ts';
import { CannotRun } from './cannot-run.ts';
import { fillSlots, parseCredentials } from './credentials.ts';
import { followRun } from './live-report.ts';
import { tellingLogLines } from './log-lines.ts';
import { openMemoryFile, type MemoryFile } from './memory-file.ts';
import { harmless } from './plain-text.ts';
import { readFlow, type ReadFlow } from './read-flow.ts';
import { readInput } from './read-input.ts';
import { readText } from './read-text.ts';
import { collectReplies, replyLines, writeReplies } from './replies.ts';
import { openRenewedTokens } from './renewed-tokens.ts';
import { reportRun } from './report-run.ts';
import { openWayOut } from './way-out.ts';

/** What the command line has of the world; the process itself belongs to `scripts/footbridge.mjs`. */
export interface CommandWorld {
  /** Where files are looked for. */
  readonly folder: string;
  /** `components-catalog` of this Footbridge. */
  readonly catalogDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** A line for standard output. */
  readonly print: (line: string) => void;
  /** A line for standard error. */
  readonly complain: (line: string) => void;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export const exitCodes = { done: 0, refused: 1, failed: 2, unusable: 3, cancelled: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const recordsLookedAt = 2_000;

/** Runs the flow and answers how the process should end. Throws `CannotRun` when nothing was run. */
export async function runCommand(args: readonly string[], world: CommandWorld): Promise<ExitCode> {
  const { environment, signal, folder } = world;
  const asked = readArguments(args);
  const print = (line: string): void => world.print(harmless(line));
  const complain = (line: string): void => world.complain(harmless(line));
  const words = asked.asJson ? complain : print;

  const shipped = await readCatalog(world.catalogDir);
  const read = readFlow(await readText(asked.flow, folder), asked.flow, shipped.components);
  const { flow, catalog } = read;
  const file =
    asked.credentials === undefined
      ? undefined
      : parseCredentials(await readText(asked.credentials, folder), asked.credentials);
  const called = await readCalledFlows(read, asked, folder, shipped.components);
  const given = { file, environment };
  const slots = [
    ...fillSlots(flow, catalog, given),
    ...called.flatMap((each) => slotsOfCalled(each, given)),
  ];
  const renewed =
    asked.credentials === undefined
      ? undefined
      : await openRenewedTokens(asked.credentials, folder);
  const wayOut = openWayOut([read, ...called], slots, environment, { renewed, tell: complain });
  let memory: MemoryFile | undefined;
  try {
    const isPolled = flow.start.kind === 'poll';
    const received = await readInput(read, asked.input, world);
    if (signal.aborted) return exitCodes.cancelled;
    if (asked.memory !== undefined) {
      if (!isPolled && ![read, ...called].some(remembers))
        throw new CannotRun(say('command-line.memory-not-wanted'));
      memory = await openMemoryFile(asked.memory, folder, { keeps: asked.sendsWrites });
    }
    words(flow.name);
    wayOut.promises.forEach(words);
    if (memory !== undefined && !asked.sendsWrites) words(say('command-line.memory-kept-out'));
    else if (memory?.isNew === true && isPolled) words(say('command-line.memory-first'));
    if (isPolled && memory === undefined) words(say('command-line.once-poll'));
    words('');

    const inMemory = createNodePorts(wayOut.calls, undefined, wayOut.files);
    const ports = {
      ...inMemory,
      records: tellingLogLines(inMemory.records, read, words),
      ...(memory === undefined ? {} : { state: memory.state }),
    };
    const replies = collectReplies(ports, received?.length ?? 0);
    const followed = followRun(flow, Date.now, complain);
    await runOnce({
      request: {
        runId: randomUUID(),
        flow,
        scope: { kind: 'flow' },
        writes: asked.sendsWrites ? 'allow' : 'ask',
        samples: {},
        credentials: Object.fromEntries(slots.map(({ slot }) => [slot.id, slot.id])),
        ...(called.length === 0 ? {} : { calls: called.map(toCall) }),
        ...(asked.first === undefined ? {} : { firstRecords: asked.first }),
        ...(received === undefined ? {} : { received }),
        limits: limitsOf(asked.limits),
        ...(memory === undefined ? {} : { remembers: true }),
        ...(memory === undefined || !isPolled ? {} : { onlyNew: true }),
      },
      catalog,
      ports,
      signal,
      onHeld: () => 'do-not-send',
      tell(event) {
        followed.take(event);
        // Reports are plain JSON; only their types say more.
        if (asked.asJson) world.print(writeJson(event as unknown as Json));
      },
    });
    const state = followed.state();
    if (state === undefined) throw new Error('the run reported nothing');
    const records = (step: string) => ports.kept.page(step, 0, recordsLookedAt).records;
    for (const [at, answer] of replies.entries())
      replyLines(answer, at, replies.length).forEach(words);
    if (asked.reply !== undefined) await writeReplies(asked.reply, folder, replies);
    if (!asked.asJson) reportRun({ flow, catalog, state, records }).forEach(print);
    return exitCodeOf(state);
  } finally {
    await memory?.close();
    await wayOut.close();
    await renewed?.close();
  }
}

function limitsOf(asked: RunArguments['limits']): Partial<RunLimits> {
  const { messageMegabytes, messages, callsAtOnce, waitSeconds } = asked;
  return {
    ...(messages === undefined ? {} : { messages }),
    ...(callsAtOnce === undefined ? {} : { callsAtOnce }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(messageMegabytes === undefined ? {} : { messageBytes: messageMegabytes * 1024 * 1024 }),
  };
}

function remembers({ flow, catalog }: ReadFlow): boolean {
  return flow.steps.some(
    (step) =>
      step.disabled !== true &&
      remembersRuns(step, catalog.operation(step.component, step.operation)),
  );
}

function exitCodeOf({ status, steps }: RunState): ExitCode {
  if (status === 'cancelled') return exitCodes.cancelled;
  if (status !== 'done') return exitCodes.failed;
  const isRefused = Object.values(steps).some(({ counts }) => counts.refused > 0);
  return isRefused ? exitCodes.refused : exitCodes.done;
}
