import { kindsOf } from '../../../shared/index.ts';
import { shown } from '../../evaluate/shown.ts';
import {
  finding,
  mend,
  plainDefault,
  withConversions,
  type Finding,
  type Mend,
} from '../finding.ts';
import type { Comparing } from './comparing.ts';

/** What may be empty or missing, and fills a field that takes no empty values or has to be there. */
export function emptiness({
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
