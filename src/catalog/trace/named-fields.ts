/** Which fields a service's error body names, as its description says or in one of the usual shapes. */
import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import type { HttpCall } from '../component.ts';
import { atPointer, pointerParts } from '../json-pointer.ts';

export interface NamedField {
  /** As the service writes it: a pointer, a dotted path, a name. */
  readonly name: string;
  readonly words?: string;
}

/** Where the operation's description says that fields are named. */
export function declaredFields(body: Json, call: HttpCall): readonly NamedField[] {
  const errors = call.take?.errors;
  if (errors === undefined) return [];
  const listed = errors.fields === undefined ? undefined : atPointer(body, errors.fields.list);
  const { field = '', text = '' } = errors.fields ?? {};
  const many = isJsonList(listed)
    ? listed.flatMap((entry) =>
        named(atPointer(entry, field), text === '' ? undefined : atPointer(entry, text)),
      )
    : mapOfFields(listed);
  const single = errors.field === undefined ? undefined : atPointer(body, errors.field);
  const words = errors.text === undefined ? undefined : atPointer(body, errors.text);
  return [...many, ...named(single, words)];
}

const lists = [
  '/errors',
  '/error/errors',
  '/error/details',
  '/error/fields',
  '/details',
  '/detail',
  '/invalid-params',
  '/violations',
  '/fieldErrors',
  '/validationErrors',
];
const fieldNames = [
  '/field',
  '/pointer',
  '/source/pointer',
  '/path',
  '/propertyPath',
  '/param',
  '/parameter',
  '/property',
  '/loc',
  '/name',
];
const fieldWords = ['/message', '/detail', '/reason', '/title', '/msg', '/description', '/error'];

/** Common shapes of services that declare nothing: a list or a map of errors with a field in each. */
export function usualFields(body: Json): readonly NamedField[] {
  return lists.flatMap((pointer) => {
    const list = atPointer(body, pointer);
    if (!isJsonList(list)) return mapOfFields(list);
    return list.flatMap((entry) => named(firstAt(entry, fieldNames), firstAt(entry, fieldWords)));
  });
}

function firstAt(entry: Json, pointers: readonly string[]): Json | undefined {
  return pointers
    .map((pointer) => atPointer(entry, pointer))
    .find((found) => found !== undefined && found !== null);
}

/** `{ "email": "is taken", "name": ["is too long"] }` */
function mapOfFields(map: Json | undefined): readonly NamedField[] {
  if (!isJsonObject(map)) return [];
  return Object.entries(map).flatMap(([name, words]) => {
    const first = isJsonList(words) ? words[0] : words;
    const said = isJsonObject(first) ? firstAt(first, fieldWords) : first;
    return typeof said === 'string' ? named(name, said) : [];
  });
}

function named(name: Json | undefined, words: Json | undefined): readonly NamedField[] {
  const text = isJsonList(name) ? name.join('.') : name;
  if (typeof text !== 'string' || text === '') return [];
  return [{ name: text, ...(typeof words === 'string' ? { words } : {}) }];
}

/** `/emails/0/address`, `#/email`, `emails[0].address`, `$.email`, `emails.0.address` and `email` as a path. */
export function pathOfName(name: string): JsonPath {
  const isPointer = /^#?\//.test(name);
  const parts = isPointer
    ? pointerParts(name.replace(/^#/, ''))
    : name
        .replace(/^\$\.?/, '')
        .replaceAll(/\[["']?([^\]"']+)["']?\]/g, '.$1')
        .split('.');
  return parts
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
