import { attachmentFormat, kindWord, kindsOf, type JsonSchema } from '../../../shared/index.ts';
import { fitsKind } from '../../conversions/conversions-for.ts';
import { entryOf, withoutNull } from '../../types/schema-make.ts';
import { finding, type Finding } from '../finding.ts';
import { conversionMends, type Comparing } from './comparing.ts';

/** A value of another kind: convertible, sometimes right, or impossible. */
export function kindMismatch(comparing: Comparing): Finding | undefined {
  const { type, target, field, source, byFields } = comparing;
  const from = withoutNull(type.schema);
  const to = withoutNull(target);
  if (isAttachment(from) !== isAttachment(to) && !kindsOf(from, from).open)
    return finding('kind-impossible', {
      field,
      source,
      given: kindWord(from),
      wanted: kindWord(to),
    });
  if (fitsKind(from, to)) return undefined;
  const given = kindsOf(from, from).kinds;
  const wanted = kindsOf(to, to).kinds;
  const offers = conversionMends(comparing, from, to);
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

/** A file to pass on is a group that no other fits, and that no conversion leads to or from. */
function isAttachment(schema: JsonSchema): boolean {
  return schema.format === attachmentFormat;
}
