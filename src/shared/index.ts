export { failure, success, type Result } from './result.ts';
export {
  attachmentBytes,
  attachmentFormat,
  attachmentsIn,
  isAttachment,
  type Attachment,
} from './attachment.ts';
export { createBlobFiles, fileGone, piecesOf, type KeptFiles } from './kept-files.ts';
export { buildHeader } from './build-header.ts';
export { fromBase64, toBase64 } from './base64.ts';
export { hashOf } from './hash.ts';
export {
  type JsonPath,
  type Problem,
  type Severity,
  type WordParams,
  type Wording,
} from './problem.ts';
export { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts';
export { isPlainJson } from './plain-json.ts';
export { parseJson, writeJson, type JsonSyntaxProblem } from './json-text.ts';
export { jsonSchema } from './any-json.ts';
export type { JsonSchema, JsonType } from './json-schema.ts';
export { firstOf } from './first-of.ts';
export { fingerprint } from './fingerprint.ts';
export { choicesOf, choiceTitle } from './schema/choices.ts';
export { itemAt, itemsOf, tupleItemsOf, type TupleItems } from './schema/items.ts';
export { kindWord, type KindWord } from './schema/kind-word.ts';
export { textFormats, typeOfValue } from './schema/kind-names.ts';
export { kindsOf, type Kind, type Kinds } from './schema/kinds.ts';
export {
  extraPropertiesOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  type ExtraProperties,
} from './schema/properties.ts';
export { ownDescription, ownTitle, sayOwnWords } from './schema/own-words.ts';
export { openRefs } from './schema/open-refs.ts';
export { nameOfPointer } from './schema/pointer.ts';
export { rememberByRoot } from './schema/remember.ts';
export { resolve } from './schema/resolve.ts';
export { schemaAt } from './schema/schema-at.ts';
export { isSecret, withoutSecretParts } from './schema/secret.ts';
export { isTamePattern, mostTried } from './schema/tame-pattern.ts';
export { humanise, titleOf } from './schema/titles.ts';
export { union } from './schema/union.ts';
export type { DecidedBy } from './schema/deciding.ts';
export { variantOf } from './schema/variant-of.ts';
export { withBranchWords } from './schema/branch.ts';
export { variantSchema, variantsOf, type Variant } from './schema/variants.ts';
export { searchWords, type FindItems, type Searched } from './search-words.ts';
export { shortened } from './shortened.ts';
export { roomAfter, sizeOf } from './size-of.ts';
export { textSchema, type Text } from './text.ts';
export { wordsOf } from './words-of.ts';
