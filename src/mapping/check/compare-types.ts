import {
  choicesOf,
  kindsOf,
  kindWord,
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';
import { conversionsFor, fitsKind } from '../conversions/catalogue.ts';
import { toPlainText } from '../conversions/plain-text.ts';
import type { Binding } from '../binding.ts';
import { isSameJson } from '../evaluate/compare.ts';
import { shown } from '../evaluate/frame.ts';
import type { Inferred } from '../types/infer-type.ts';
import { entryOf, withoutNull } from '../types/schema-make.ts';
import {
  finding,
  mend,
  plainDefault,
  withConversions,
  type Finding,
  type Mend,
} from './finding.ts';

/** What is compared: the binding, its type, the field it fills, and the words for both ends. */
export interface Comparing {
  readonly binding: Binding;
  readonly type: Inferred;
  readonly target: JsonSchema;
  readonly required: boolean;
  readonly field: string;
  readonly source: string;
  /** Bindings that make the wanted group or list field by field, for what no conversion mends. */
  readonly byFields: () => readonly Mend[];
}

/** What may or will go wrong when a value of this type fills this field; the worst first, each once. */
export function compareTypes(comparing: Comparing): readonly Finding[] {
  const { type, target } = comparing;
  const given = kindsOf(type.schema, type.schema);
  if (given.open && !type.mayMiss) return [];
  const empty = emptiness(comparing);
  if (given.open || kindsOf(target, target).open || given.kinds.size === 0) return empty;
  const kind = kindMismatch(comparing);
  if (kind !== undefined) return [kind, ...empty];
  return [...groupMismatch(comparing), ...details(comparing), ...empty];
}

function emptiness({
  binding,
  type,
  target,
  required,
  field,
  source,
}: Comparing): readonly Finding[] {
  const given = kindsOf(type.schema, type.schema);
  const wanted = kindsOf(target, target);
  const mayBeNull = given.nullable && !given.open && !wanted.nullable;
  if (!mayBeNull && !(type.mayMiss && required)) return [];
  if (given.open && !mayBeNull && binding.kind !== 'ref') return [];
  const fixes: Mend[] = [];
  if (!required) {
    fixes.push(
      mend('leave-out-if-empty', {
        kind: 'when',
        branches: [{ if: { left: binding, is: 'is-not-empty' }, then: binding }],
      }),
    );
  }
  const value = plainDefault(target);
  if (value !== undefined) {
    const code =
      value === '' ? 'default-empty-text' : Array.isArray(value) ? 'default-empty-list' : 'default';
    fixes.push(
      mend(code, withConversions(binding, [{ name: 'default-if-empty', value }]), {
        value: shown(value),
      }),
    );
  }
  if (type.mayMiss && !mayBeNull && binding.kind === 'ref')
    fixes.push(mend('stop-if-missing', { ...binding, ifMissing: 'stop' }));
  return [
    finding(required ? 'may-be-empty' : 'may-be-nothing', { field, source }, fixes, 'warning'),
  ];
}

function kindMismatch(comparing: Comparing): Finding | undefined {
  const { binding, type, target, field, source, byFields } = comparing;
  const from = withoutNull(type.schema);
  const to = withoutNull(target);
  if (fitsKind(from, to)) return undefined;
  const given = kindsOf(from, from).kinds;
  const wanted = kindsOf(to, to).kinds;
  const offers = conversionsFor(from, to).map((offer) => ({
    code: offer.code,
    params: offer.params,
    binding: withConversions(binding, offer.with),
  }));
  const params = { field, source, given: kindWord(from), wanted: kindWord(to) };
  const some = [...given].some((kind) => wanted.has(kind));
  if (given.has('array') && !wanted.has('array'))
    return finding('list-into-single', params, [...byFields(), ...offers]);
  if (!given.has('array') && wanted.has('array'))
    return finding('single-into-list', params, [...offers, ...byFields()]);
  const fixes = given.has('object') || offers.length === 0 ? [...byFields(), ...offers] : offers;
  if (given.has('array') && wanted.has('array')) {
    const inside = {
      ...params,
      given: kindWord(withoutNull(entryOf(from))),
      wanted: kindWord(withoutNull(entryOf(to))),
    };
    return finding(fixes.length > 0 ? 'entries-convertible' : 'entries-impossible', inside, fixes);
  }
  if (some) return finding('kind-varies', params, offers, 'warning');
  return finding(fixes.length > 0 ? 'kind-convertible' : 'kind-impossible', params, fixes);
}

/** A whole group or list of groups passed on: what the target must have and the source has not, or refuses. */
function groupMismatch({ type, target, field, source, byFields }: Comparing): readonly Finding[] {
  let from = withoutNull(type.schema);
  let to = withoutNull(target);
  while (kindsOf(from, from).kinds.has('array') && kindsOf(to, to).kinds.has('array')) {
    from = withoutNull(entryOf(from));
    to = withoutNull(entryOf(to));
  }
  if (!kindsOf(from, from).kinds.has('object') || !kindsOf(to, to).kinds.has('object')) return [];
  const given = propertiesOf(from, from);
  const wanted = propertiesOf(to, to);
  const closed =
    resolve(from, from).additionalProperties === false || Object.keys(given).length > 0;
  if (!closed) return [];
  const found: Finding[] = [];
  const lacking = requiredOf(to, to).filter((name) => given[name] === undefined);
  if (lacking.length > 0) {
    const names = lacking.map((name) => titleOf(wanted[name], name)).join(', ');
    found.push(
      finding('group-lacks-fields', { field, source, names, count: lacking.length }, byFields()),
    );
  }
  const wrong = Object.entries(wanted).filter(([name, schema]) => {
    const value = given[name];
    return value !== undefined && !fitsKind(withoutNull(value), schema);
  });
  if (wrong.length > 0) {
    const names = wrong.map(([name, schema]) => titleOf(schema, name)).join(', ');
    found.push(
      finding('group-fields-differ', { field, source, names, count: wrong.length }, byFields()),
    );
  }
  if (resolve(to, to).additionalProperties === false) {
    const extra = Object.keys(given).filter((name) => wanted[name] === undefined);
    if (extra.length > 0) {
      const names = extra.map((name) => titleOf(given[name], name)).join(', ');
      found.push(
        finding('group-has-more', { field, source, names, count: extra.length }, byFields()),
      );
    }
  }
  return found;
}

function details(comparing: Comparing): readonly Finding[] {
  const { type, target } = comparing;
  let from = withoutNull(type.schema);
  let to = withoutNull(target);
  const inList = kindsOf(from, from).kinds.has('array');
  if (inList) [from, to] = [withoutNull(entryOf(from)), withoutNull(entryOf(to))];
  const here = resolve(to, to);
  const there = resolve(from, from);
  return [
    ...choices(comparing, from, to, inList),
    ...formats(comparing, there, here),
    ...lengths(comparing, there, here),
    ...ranges(comparing, there, here),
  ];
}

function choices(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
  inList: boolean,
): readonly Finding[] {
  const wanted = choicesOf(to, to);
  if (wanted === undefined) return [];
  const given = choicesOf(from, from);
  const list = wanted.map(shown).join(', ');
  if (given === undefined) {
    return binding.kind === 'text' || binding.kind === 'ref' || binding.kind === 'convert'
      ? [finding('choices-open', { field, source, choices: list }, [], 'hint')]
      : [];
  }
  const outside = given.filter((value) => !wanted.some((choice) => isSameJson(choice, value)));
  if (outside.length === 0) return [];
  const rows = given.map((value) => ({ equals: value, choice: nearestChoice(value, wanted) }));
  const known = rows.filter((row) => row.choice !== undefined);
  const [firstChoice] = wanted;
  const fixes: Mend[] =
    inList || firstChoice === undefined
      ? []
      : [
          mend('value-table', {
            kind: 'table',
            on: binding,
            rows: known.map(({ equals, choice }) => ({
              equals,
              then: { kind: 'literal', value: choice as Json },
            })), // filtered above
            ...(known.length === rows.length
              ? {}
              : { otherwise: { kind: 'literal', value: firstChoice } as const }),
          }),
        ];
  return [
    finding(
      'choices-differ',
      {
        field,
        source,
        values: outside.map(shown).join(', '),
        choices: list,
        count: outside.length,
      },
      fixes,
      outside.length === given.length ? 'error' : 'warning',
    ),
  ];
}

function nearestChoice(value: Json, choices: readonly Json[]): Json | undefined {
  const exact = choices.find((choice) => isSameJson(choice, value));
  if (exact !== undefined) return exact;
  const plain = (one: Json): string =>
    (toPlainText(one) ?? '').toLowerCase().replace(/[\s_-]+/g, '');
  return choices.find((choice) => plain(choice) === plain(value) && plain(value) !== '');
}

const dateFormats = new Set(['date', 'date-time', 'time']);
const strictFormats = new Set([
  'email',
  'uri',
  'uuid',
  'date',
  'date-time',
  'time',
  'ipv4',
  'ipv6',
  'hostname',
]);

function formats(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const wanted = to.format;
  const given = from.format;
  if (
    wanted === undefined ||
    wanted === given ||
    !strictFormats.has(wanted) ||
    from.const !== undefined
  )
    return [];
  const fixes = conversionsFor({ ...from, type: 'string' }, { ...to, type: 'string' }).map(
    (offer) => ({
      code: offer.code,
      params: offer.params,
      binding: withConversions(binding, offer.with),
    }),
  );
  const params = { field, source, given: kindWord(from), wanted: kindWord(to) };
  if (given !== undefined && strictFormats.has(given)) {
    return [finding('format-differs', params, fixes, fixes.length > 0 ? 'error' : 'warning')];
  }
  return dateFormats.has(wanted) ? [finding('format-unknown', params, fixes, 'warning')] : [];
}

function lengths(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const { maxLength } = to;
  if (maxLength === undefined || from.maxLength === undefined || from.maxLength <= maxLength)
    return [];
  const fix = mend('shorten', withConversions(binding, [{ name: 'shorten', length: maxLength }]), {
    count: maxLength,
  });
  return [finding('may-be-too-long', { field, source, count: maxLength }, [fix], 'warning')];
}

function ranges(
  { field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const above = to.maximum !== undefined && from.minimum !== undefined && from.minimum > to.maximum;
  const below = to.minimum !== undefined && from.maximum !== undefined && from.maximum < to.minimum;
  if (!above && !below) return [];
  return [
    finding('out-of-range', { field, source, from: to.minimum ?? '…', to: to.maximum ?? '…' }),
  ];
}
