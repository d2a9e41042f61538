import { givesParts } from '../../flow/index.ts';
import type { Json } from '../../shared/index.ts';
import type { MessageRecord } from '../message-record.ts';
import { cancelled } from '../failure.ts';
import type { Message } from '../message.ts';
import type { Gathering } from '../steps/executor.ts';
import type { Group } from './group.ts';
import { inOrder, type Bundle, type Taken } from './gathered.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

/** The name of a list that belongs to no group. */
const wholeRun = 'all';

/**
 * The message that a bundle becomes; all that it was made of is done. It has the name of the message that the group was
 * taken apart from, in whose place it goes on; where several steps took it apart, also of the one that did. Nothing gathered: no
 * message.
 */
export function messageOf(
  run: LiveRun,
  node: RunNode,
  gathering: Gathering,
  bundle: Bundle,
): Message | undefined {
  const { group, sources, taken, lists } = bundle;
  const [first, ...others] = inOrder(taken);
  if (first === undefined) return undefined;
  const body = gathering.give([first, ...others].map(({ value }) => value));
  // The list is kept once, with the first message in it.
  const invented = bundle.isInvented === true;
  bundle.isInvented = false;
  run.keep(node, recordOf(first, [body], invented));
  for (const other of others) run.keep(node, recordOf(other, [], invented));
  node.tally.done += taken.length;
  const isPart = givesParts(gathering);
  const whole = nameOf(group, node);
  return {
    id: isPart ? `${whole}.${String(lists)}` : whole,
    origin: run.originOf(taken.map(({ origin }) => origin)),
    group: isPart || node.planned.join?.isInside === true ? group : group?.parent,
    body,
    sources,
    ...(invented && { invented }),
  };
}

function nameOf(group: Group | undefined, { planned }: RunNode): string {
  if (group === undefined) return wholeRun;
  return planned.namesOpeners ? `${group.id}@${group.from.id}` : group.id;
}

/** The run stopped before the list could leave. */
export function cancelBundle(run: LiveRun, node: RunNode, { taken }: Bundle): void {
  for (const { id, index, origin, value } of taken)
    run.cancelled(node, origin, {
      id,
      index,
      input: value,
      state: 'cancelled',
      failure: cancelled,
    });
}

function recordOf(
  { id, index, value }: Taken,
  output: readonly Json[],
  invented: boolean,
): MessageRecord {
  const record: MessageRecord = { id, index, input: value, output, state: 'done' };
  return invented ? { ...record, invented: 'input' } : record;
}
