import type { JsonSchema } from '../../../shared/index.ts';
import { kindWord } from '../../../shared/index.ts';
import { finding, type Finding } from '../finding.ts';
import { conversionMends, type Comparing } from './comparing.ts';

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

/** A text of another form: a date with a time for a date, an e-mail address for a web address. */
export function formats(
  comparing: Comparing,
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
  const { field, source } = comparing;
  const fixes = conversionMends(comparing, { ...from, type: 'string' }, { ...to, type: 'string' });
  const params = { field, source, given: kindWord(from), wanted: kindWord(to) };
  if (given !== undefined && strictFormats.has(given)) {
    return [finding('format-differs', params, fixes, fixes.length > 0 ? 'error' : 'warning')];
  }
  return dateFormats.has(wanted) ? [finding('format-unknown', params, fixes, 'warning')] : [];
}
