import type { Flow } from '../flow-document.ts';

export interface MendedFlow {
  /** The same object where nothing had to be mended. */
  readonly flow: Flow;
  /** Titles of the groups that named steps which are not in the flow, or which an earlier group has. */
  readonly mended: readonly string[];
}

/** How a flow is laid out changes nothing that it does: what a group names in vain is left out of it. */
export function mendGroups(flow: Flow): MendedFlow {
  const free = new Set(flow.steps.map(({ id }) => id));
  const mended: string[] = [];
  const groups = flow.layout.groups.map((group) => {
    const steps = group.steps.filter((step) => free.delete(step));
    if (steps.length === group.steps.length) return group;
    mended.push(group.title);
    return { ...group, steps };
  });
  return mended.length === 0
    ? { flow, mended }
    : { flow: { ...flow, layout: { ...flow.layout, groups } }, mended };
}
