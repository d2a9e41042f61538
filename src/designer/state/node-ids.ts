/** Steps, notes and groups are told apart by their ids wherever the flow is drawn: a step's is its own. */
const notePrefix = 'note:';
const groupPrefix = 'group:';

export function noteNodeId(note: string): string {
  return notePrefix + note;
}

export function groupNodeId(group: string): string {
  return groupPrefix + group;
}

export function targetOfNode(id: string): {
  readonly steps: readonly string[];
  readonly notes?: readonly string[];
  readonly group?: string;
} {
  if (id.startsWith(notePrefix)) return { steps: [], notes: [id.slice(notePrefix.length)] };
  if (id.startsWith(groupPrefix)) return { steps: [], group: id.slice(groupPrefix.length) };
  return { steps: [id] };
}
