import {
  typeAtPath,
  type Binding,
  type Conversion,
  type RefBinding,
  type Segment,
  type SourceType,
} from '../../mapping/index.ts';
import { say } from '../../words/index.ts';

/** What a pill says of the data it stands for. */
export interface PillFacts {
  readonly ref: RefBinding | undefined;
  readonly label: string;
  readonly source: string;
  /** The source or the field has gone. */
  readonly broken: boolean;
  /** The last choice among a list's entries, in words. */
  readonly picked: string | undefined;
  readonly conversions: readonly Conversion[];
}

export function pillFacts(binding: Binding, sources: readonly SourceType[]): PillFacts {
  const conversions = binding.kind === 'convert' ? binding.with : [];
  const inner = binding.kind === 'convert' ? binding.of : binding;
  if (inner.kind !== 'ref') {
    return {
      ref: undefined,
      label: say(`mapper.kind-of-${inner.kind === 'convert' ? 'text' : inner.kind}`),
      source: '',
      broken: false,
      picked: undefined,
      conversions,
    };
  }
  const source = sources.find(({ from }) => from === inner.from);
  const found = source && typeAtPath(source, inner.path);
  const lastName = inner.path.findLast((segment) => typeof segment === 'string');
  return {
    ref: inner,
    label: found?.ok === true ? found.title : (lastName ?? source?.title ?? ''),
    source: source?.title ?? '',
    broken: found?.ok !== true,
    picked: pickedWord(inner.path.findLast((segment) => typeof segment !== 'string')),
    conversions,
  };
}

function pickedWord(segment: Segment | undefined): string | undefined {
  if (segment === undefined || typeof segment === 'string') return undefined;
  if ('first' in segment) return say('mapper.picked-first');
  if ('last' in segment) return say('mapper.picked-last');
  if ('each' in segment) return say('mapper.picked-all');
  return say('mapper.picked-at', { number: segment.at + 1 });
}

/** The same pill with other conversions; without any it is the data itself. */
export function withConversions(binding: Binding, conversions: readonly Conversion[]): Binding {
  const of = binding.kind === 'convert' ? binding.of : binding;
  return conversions.length === 0 ? of : { kind: 'convert', of, with: conversions };
}

/** The same data with another choice at every place where its path goes through a list. */
export function withPick(ref: RefBinding, pick: 'first' | 'last' | 'each'): RefBinding {
  const segment: Segment =
    pick === 'first' ? { first: true } : pick === 'last' ? { last: true } : { each: true };
  return {
    ...ref,
    path: ref.path.map((now) => (typeof now === 'string' || 'at' in now ? now : segment)),
  };
}
