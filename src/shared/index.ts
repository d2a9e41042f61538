export { failure, success, type Result } from './result.ts';
export { hashOf } from './hash.ts';
export {
  type JsonPath,
  type Problem,
  type Severity,
  type WordParams,
  type Wording,
} from './problem.ts';
export {
  isJsonList,
  isJsonObject,
  jsonSchema,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
  type JsonSyntaxProblem,
} from './json.ts';
export type { JsonSchema, JsonType } from './json-schema.ts';
export {
  choicesOf,
  humanise,
  itemsOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  schemaAt,
  titleOf,
  type Kinds,
} from './schema-walk.ts';
export { textSchema, wordsOf, type Text } from './text.ts';
