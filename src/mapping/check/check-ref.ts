import { humanise, type WordParams } from '../../shared/index.ts';
import type { RefBinding, Segment } from '../binding.ts';
import { isRefusedName } from '../evaluate/frame.ts';
import { typeAtPath, type SourceType } from '../types/source-type.ts';
import { nearestNames } from './did-you-mean.ts';
import { finding, mend, type Finding, type Mend } from './finding.ts';

/** Whether a ref leads to something; its fixes are refs that do. */
export function checkRef(
  ref: RefBinding,
  sources: readonly SourceType[],
  field: string,
): Finding | undefined {
  const source = sources.find(({ from }) => from === ref.from);
  if (source === undefined) {
    const elsewhere = sources.filter(
      (other) => typeAtPath(other, ref.path).ok && isNamed(other, ref.path),
    );
    const fixes = elsewhere.map((other) =>
      mend('from-step', { ...ref, from: other.from }, { step: other.title }),
    );
    return finding('unknown-source', { ...reader(field), source: lastName(ref.path) }, fixes);
  }
  const refused = ref.path.find((step) => typeof step === 'string' && isRefusedName(step));
  if (typeof refused === 'string') return finding('name-not-read', { name: refused });
  const found = typeAtPath(source, ref.path);
  if (found.ok) return found.varies === undefined ? undefined : varying(ref, found.varies);
  const params = {
    ...reader(field),
    step: source.title,
    source: lastName(ref.path),
    part: found.title,
  };
  const segment = ref.path[found.at];
  switch (found.why) {
    case 'unknown-path':
      return finding(
        'unknown-path',
        { ...params, source: humanise(String(segment)) },
        renamed(ref, found.at, found.names, source),
      );
    case 'list-needs-choice':
      return finding('list-needs-choice', params, choices(ref, found.at, source));
    case 'no-such-entry':
      return finding('no-such-entry', params, choices(ref, found.at, source, 'instead'));
    case 'not-a-list': {
      const path = ref.path.filter((_, at) => at !== found.at);
      const fixes = typeAtPath(source, path).ok ? [mend('use-directly', { ...ref, path })] : [];
      return finding('not-a-list', params, fixes);
    }
    case 'not-a-group': {
      const path = ref.path.slice(0, found.at);
      return finding('not-a-group', params, [
        mend('use-whole', { ...ref, path }, { part: found.title }),
      ]);
    }
  }
}

/** A condition fills no field. */
function reader(field: string): WordParams {
  return { field, ...(field === '' ? { of: 'none' } : {}) };
}

function renamed(
  ref: RefBinding,
  at: number,
  names: readonly string[],
  source: SourceType,
): readonly Mend[] {
  return nearestNames(String(ref.path[at]), names).flatMap((name) => {
    const path = ref.path.map((segment, position) => (position === at ? name : segment));
    const there = typeAtPath(source, path);
    return there.ok ? [mend('did-you-mean', { ...ref, path }, { name: there.title })] : [];
  });
}

/** A part on the way that is a group (or list) only sometimes: the rest of the path then leads nowhere. */
function varying(
  ref: RefBinding,
  { title, at }: { readonly title: string; readonly at: number },
): Finding {
  const wanted = typeof ref.path[at] === 'string' ? 'group' : 'list';
  const params = { part: title, wanted, source: lastName(ref.path) };
  return finding('sometimes-other-kind', params, [], 'hint');
}

function choices(
  ref: RefBinding,
  at: number,
  source: SourceType,
  place: 'before' | 'instead' = 'before',
): readonly Mend[] {
  const picks: readonly (readonly [string, Segment])[] = [
    ['first', { first: true }],
    ['last', { last: true }],
    ['each', { each: true }],
  ];
  return picks.flatMap(([code, segment]) => {
    const path = [
      ...ref.path.slice(0, at),
      segment,
      ...ref.path.slice(place === 'before' ? at : at + 1),
    ];
    return typeAtPath(source, path).ok ? [mend(code, { ...ref, path })] : [];
  });
}

/** An open schema has every path: it proves nothing. */
function isNamed(source: SourceType, path: readonly Segment[]): boolean {
  const found = typeAtPath(source, path);
  return found.ok && Object.keys(found.schema).length > 0 && path.length > 0;
}

function lastName(path: readonly Segment[]): string {
  const name = path.findLast((segment) => typeof segment === 'string');
  return typeof name === 'string' ? humanise(name) : '';
}
