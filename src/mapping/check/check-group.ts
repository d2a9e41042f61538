import {
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  titleOf,
} from '../../shared/index.ts';
import { kindWord } from '../../shared/index.ts';
import type { ObjectBinding } from '../binding.ts';
import { isRefusedName } from '../evaluate/frame.ts';
import { chosenVariant } from './check-variant.ts';
import { fieldIn, type Checking, type Field } from './field.ts';
import { finding, mend } from './finding.ts';

/** A group of fields: each field it names, and each that it has to name. */
export function checkGroup(checking: Checking, group: ObjectBinding, field: Field): void {
  const { target, titleOf: title } = checking;
  const chosen = chosenVariant(group, field.schema, target, title(field));
  const schema = chosen.variant?.schema ?? resolve(field.schema, target);
  const { kinds, open } = kindsOf(schema, target);
  if (!open && !kinds.has('object')) {
    const wanted = kindWord(schema, target);
    const params = { field: title(field), source: '', given: 'group', wanted };
    checking.report(field, finding('kind-impossible', params));
    return;
  }
  if (chosen.found !== undefined) checking.report(field, chosen.found);
  const needed = requiredOf(schema, target);
  const names =
    checking.only !== undefined && field.at.length === 0
      ? [checking.only]
      : new Set([
          ...needed,
          ...Object.keys(propertiesOf(schema, target)),
          ...Object.keys(group.props),
        ]);
  for (const name of names) {
    const inner = Object.hasOwn(group.props, name) ? group.props[name] : undefined;
    const required = needed.includes(name);
    const property = propertyAt(schema, name, target);
    // Asked for, and ruled out by the same description: nobody can fill it.
    if (inner === undefined && (!required || property === undefined)) continue;
    const inside = fieldIn(field, group, name, { schema: property ?? {}, required });
    const leaveOut = [mend('leave-out', undefined)];
    if (isRefusedName(name)) checking.report(inside, finding('name-refused', { name }, leaveOut));
    else if (property === undefined)
      checking.report(
        inside,
        finding('unknown-field', { field: titleOf(undefined, name) }, leaveOut),
      );
    else checking.check(inner, inside);
  }
}
