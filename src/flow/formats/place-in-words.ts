import {
  humanise,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonPath,
} from '../../shared/index.ts';

/** Where something is inside a flow file, for a person: `Steps › 2. Newsletter › Slots › Input`. */
export function placeInWords(document: Json, path: JsonPath): string {
  const words: string[] = [];
  let here: Json | undefined = document;
  for (const part of path) {
    if (typeof part === 'number') {
      here = isJsonList(here) ? here[part] : undefined;
      const name = isJsonObject(here) ? here['name'] : undefined;
      words.push(
        typeof name === 'string' && name !== ''
          ? `${String(part + 1)}. ${name}`
          : `no. ${String(part + 1)}`,
      );
    } else {
      here = isJsonObject(here) && Object.hasOwn(here, part) ? here[part] : undefined;
      words.push(humanise(part));
    }
  }
  return words.join(' › ');
}
