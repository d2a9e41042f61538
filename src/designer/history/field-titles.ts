import {
  inputSchemaOf,
  operationOf,
  sourcesOf,
  type FieldTitle,
  type FindOperations,
  type Flow,
} from '../../flow/index.ts';
import { typeAtPath, type Segment } from '../../mapping/index.ts';
import { humanise, schemaAt, titleOf } from '../../shared/index.ts';

/** Fields of steps as their forms call them, in the language of the page. */
export function fieldTitles(catalog: FindOperations): FieldTitle {
  return (step, side, name) => {
    const schema =
      side === 'input' ? inputSchemaOf(step, catalog) : operationOf(step, catalog)?.settings;
    return titleOf(schema && schemaAt(schema, [name]), name);
  };
}

/** What lies on the way to a field of an earlier step, as that step calls it: "E-mails", "E-mail address". */
export function titlesOnPath(
  flow: Flow,
  catalog: FindOperations,
  reader: string,
  from: string,
  path: readonly Segment[],
): readonly string[] {
  const source = sourcesOf(flow, catalog, reader).find((each) => each.from === from);
  return path.flatMap((part, at) => {
    if (typeof part !== 'string') return [];
    const found = source && typeAtPath(source, path.slice(0, at + 1));
    return [found?.ok === true && found.title !== '' ? found.title : humanise(part)];
  });
}
