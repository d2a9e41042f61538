import { propertiesOf, titleOf, type JsonPath, type JsonSchema } from '../../shared/index.ts';

/** A field that the input's description knows. */
export interface DescribedField {
  readonly path: JsonPath;
  readonly name: string;
  readonly title: string;
}

const deepest = 3;
const mostFields = 500;

/** The fields of an input, those of groups in it too; entries of lists are none of them: they have no one place. */
export function describedFields(schema: JsonSchema | undefined): readonly DescribedField[] {
  const found: DescribedField[] = [];
  const visit = (group: JsonSchema, path: JsonPath): void => {
    if (schema === undefined || path.length >= deepest) return;
    for (const [name, field] of Object.entries(propertiesOf(group, schema))) {
      if (found.length >= mostFields) return;
      found.push({ path: [...path, name], name, title: titleOf(field, name) });
      visit(field, [...path, name]);
    }
  };
  if (schema !== undefined) visit(schema, []);
  return found;
}
