import { isSecret, propertiesOf, resolve, titleOf, writeJson, type Json } from '../shared/index.ts';
import { isBinding } from '../mapping/index.ts';
import type { Step } from './flow-document.ts';
import { inputSchemaOf, type FindOperations } from './step-facts.ts';

/** A field that always holds the same, in the words of its description; of a secret one only its name. */
export interface FilledValue {
  readonly title: string;
  /** As a person reads it; nothing for a plain "yes", which its title says. */
  readonly text: string | undefined;
}

/** What a person has written into the fields of a step by hand: single values, not what comes from earlier steps. */
export function filledValues(step: Step, catalog: FindOperations): readonly FilledValue[] {
  const content = Object.hasOwn(step.slots, 'input') ? step.slots['input'] : undefined;
  if (content === undefined || !isBinding(content) || content.kind !== 'object') return [];
  const schema = inputSchemaOf(step, catalog) ?? {};
  const properties = propertiesOf(schema, schema);
  return Object.entries(content.props).flatMap(([name, filled]): readonly FilledValue[] => {
    if (filled.kind !== 'literal' || !isTelling(filled.value)) return [];
    const field = properties[name];
    const { oneOf, anyOf } = resolve(field, schema);
    const chosen = (oneOf ?? anyOf)?.find((option) => option.const === filled.value)?.title;
    const label = chosen ?? step.labels?.[`/input/${name}`] ?? textOf(filled.value);
    return [{ title: titleOf(field, name), text: isSecret(field, schema) ? undefined : label }];
  });
}

/** Groups, lists and nothing are not said in a word. */
function isTelling(value: Json): value is string | number | bigint | true {
  return value === true || (value !== '' && ['string', 'number', 'bigint'].includes(typeof value));
}

function textOf(value: string | number | bigint | true): string | undefined {
  if (value === true) return undefined;
  return typeof value === 'string' ? value : writeJson(value);
}
