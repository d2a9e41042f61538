/** What a person does with the branches of a step, each in one go: undone as one. Nothing here is applied. */
import type { Json } from '../../shared/index.ts';
import type { Operation as Described } from '../../catalog/index.ts';
import { branchesOf, type Branch } from '../branches.ts';
import type { Flow, Step } from '../flow-document.ts';
import type { Operation } from '../operation.ts';

type Change = 'add-branch' | 'rename-branch' | 'move-branch' | 'remove-branch' | 'match-branches';

/** One more branch, the last to be tried. */
export function addBranch(step: Step, described: Described, branch: Branch): Operation {
  const branches = [...branchesOf(step, described), branch];
  return change(step, described, 'add-branch', branch, branches);
}

export function renameBranch(step: Step, described: Described, branch: Branch): Operation {
  const branches = branchesOf(step, described).map((one) => (one.id === branch.id ? branch : one));
  return change(step, described, 'rename-branch', branch, branches);
}

/** Tries a branch sooner (-1) or later (1). */
export function moveBranch(
  step: Step,
  described: Described,
  branch: Branch,
  by: -1 | 1,
): Operation {
  const branches = branchesOf(step, described);
  const at = branches.findIndex(({ id }) => id === branch.id);
  const to = Math.min(branches.length - 1, Math.max(0, at + by));
  const moved = branches.toSpliced(at, 1).toSpliced(to, 0, branch);
  return change(step, described, 'move-branch', branch, moved);
}

/** Takes a branch out, with its condition and with the connections that begin at it. */
export function removeBranch(
  flow: Flow,
  step: Step,
  described: Described,
  branch: Branch,
): Operation {
  const branches = branchesOf(step, described).filter(({ id }) => id !== branch.id);
  const edges = flow.edges.filter(
    ({ from, fromPort }) => from === step.id && fromPort === branch.id,
  );
  return change(step, described, 'remove-branch', branch, branches, [
    ...edges.map(({ id }): Operation => ({ type: 'edge.disconnect', edge: id })),
    { type: 'step.set-slot', step: step.id, slot: branch.id, content: undefined },
  ]);
}

/** Whether a message takes the first branch that fits, or all of them. */
export function matchBranches(step: Step, described: Described, match: 'first' | 'all'): Operation {
  return settingChange(step, 'match-branches', {}, described.branches?.match, match, []);
}

function change(
  step: Step,
  described: Described,
  label: Change,
  { name }: Branch,
  branches: readonly Branch[],
  also: readonly Operation[] = [],
): Operation {
  const listed = branches.map(({ id, name: called }): Json => ({ id, name: called }));
  return settingChange(step, label, { branch: name }, described.branches?.list, listed, also);
}

function settingChange(
  step: Step,
  label: Change,
  params: Readonly<Record<string, string>>,
  setting: string | undefined,
  value: Json,
  also: readonly Operation[],
): Operation {
  const settings = setting === undefined ? step.settings : { ...step.settings, [setting]: value };
  return {
    type: 'batch',
    label,
    params: { step: step.name, ...params },
    operations: [...also, { type: 'step.set-settings', step: step.id, settings }],
  };
}
