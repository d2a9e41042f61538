import type { JsonPath } from '../../shared/index.ts';
import type { Flow } from '../flow-document.ts';
import { hasCircle } from '../order-steps.ts';

/** What no shape can say: a code of `flow.file-…` and the place. */
export interface DocumentFault {
  readonly code: string;
  readonly path: JsonPath;
  readonly id: string;
}

/** The first thing that would make the document contradict itself. */
export function findFault(flow: Flow): DocumentFault | undefined {
  return (
    findDouble(flow.steps, ['steps']) ??
    findDouble(flow.edges, ['edges']) ??
    findDouble(flow.credentials, ['credentials']) ??
    findDouble(flow.layout.notes, ['layout', 'notes']) ??
    findDouble(flow.layout.groups, ['layout', 'groups']) ??
    findLooseEdge(flow) ??
    findLooseCredential(flow) ??
    (hasCircle(flow) ? { code: 'circle', path: ['edges'], id: '' } : undefined)
  );
}

/** Ids become keys of plain objects: these would reach a prototype. */
const refused: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function findDouble(
  list: readonly { readonly id: string }[],
  path: JsonPath,
): DocumentFault | undefined {
  const seen = new Set<string>();
  for (const [at, { id }] of list.entries()) {
    if (refused.has(id)) return { code: 'broken', path: [...path, at, 'id'], id };
    if (seen.has(id)) return { code: 'id-twice', path: [...path, at, 'id'], id };
    seen.add(id);
  }
  return undefined;
}

function findLooseEdge(flow: Flow): DocumentFault | undefined {
  const steps = new Set(flow.steps.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [at, edge] of flow.edges.entries()) {
    for (const end of ['from', 'to'] as const)
      if (!steps.has(edge[end]))
        return { code: 'edge-loose', path: ['edges', at, end], id: edge[end] };
    const ends = JSON.stringify([edge.from, edge.fromPort, edge.to]);
    if (seen.has(ends)) return { code: 'edge-twice', path: ['edges', at], id: edge.id };
    seen.add(ends);
  }
  return undefined;
}

function findLooseCredential(flow: Flow): DocumentFault | undefined {
  const slots = new Set(flow.credentials.map(({ id }) => id));
  const at = flow.steps.findIndex(
    ({ credential }) => credential !== undefined && !slots.has(credential),
  );
  return at === -1
    ? undefined
    : {
        code: 'credential-loose',
        path: ['steps', at, 'credential'],
        id: flow.steps[at]?.credential ?? '',
      };
}
