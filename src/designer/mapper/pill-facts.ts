import { humanise, type Json, type JsonSchema } from '../../shared/index.ts';
import {
  inferType,
  typeAtPath,
  type Binding,
  type Conversion,
  type IfMissing,
  type RefBinding,
  type Segment,
  type SourceType,
} from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { modeOf } from './modes/mode.ts';

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
  /** The type of what comes out, after the conversions. */
  readonly schema: JsonSchema;
}

export function pillFacts(binding: Binding, sources: readonly SourceType[]): PillFacts {
  const conversions = binding.kind === 'convert' ? binding.with : [];
  const inner = binding.kind === 'convert' ? binding.of : binding;
  const schema = inferType(binding, sources);
  if (inner.kind !== 'ref') {
    const label = say(`fill.mode-${modeOf(inner)}`);
    return {
      ref: undefined,
      label,
      source: '',
      broken: false,
      picked: undefined,
      conversions,
      schema,
    };
  }
  const source = sources.find(({ from }) => from === inner.from);
  const found = source && typeAtPath(source, inner.path);
  const lastName = inner.path.findLast((segment) => typeof segment === 'string');
  return {
    ref: inner,
    label:
      found?.ok === true
        ? found.title
        : lastName === undefined
          ? (source?.title ?? '')
          : humanise(lastName),
    source: source?.title ?? '',
    broken: found?.ok !== true,
    picked: pickedWord(inner.path.findLast((segment) => typeof segment !== 'string')),
    conversions,
    schema,
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

/** The same pill around other data. */
export function withInside(binding: Binding, inner: Binding): Binding {
  return binding.kind === 'convert' ? { ...binding, of: inner } : inner;
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

/** What happens when there is nothing, as the pill's menu tells it. */
export type WhenEmpty = 'leave-out' | 'null' | 'stop' | 'use';

export function whenEmptyOf(binding: Binding): WhenEmpty {
  if (binding.kind === 'convert' && binding.with.some(({ name }) => name === 'default-if-empty'))
    return 'use';
  const inner = binding.kind === 'convert' ? binding.of : binding;
  const missing = inner.kind === 'ref' ? (inner.ifMissing ?? 'leave-out') : 'leave-out';
  return typeof missing === 'string' ? missing : 'use';
}

/** The same data with another answer to "and if there is nothing?"; a value to use instead goes. */
export function withWhenEmpty(binding: Binding, answer: Exclude<WhenEmpty, 'use'>): Binding {
  const inner = binding.kind === 'convert' ? binding.of : binding;
  if (inner.kind !== 'ref') return binding;
  const ifMissing: IfMissing | undefined = answer === 'leave-out' ? undefined : answer;
  const { ifMissing: _old, ...plain } = inner;
  const next: RefBinding = ifMissing === undefined ? plain : { ...plain, ifMissing };
  const chain = binding.kind === 'convert' ? binding.with : [];
  return withConversions(
    next,
    chain.filter(({ name }) => name !== 'default-if-empty'),
  );
}

/** The same data with a value to use where there is nothing. */
export function withDefault(binding: Binding, value: Json): Binding {
  const plain = withWhenEmpty(binding, 'leave-out');
  const chain = plain.kind === 'convert' ? plain.with : [];
  return withConversions(plain, [...chain, { name: 'default-if-empty', value }]);
}
