import type { JsonPath } from '../../shared/index.ts';
import { pointerParts } from '../json-pointer.ts';

/** `/emails/0/address`, `#/email`, `emails[0].address`, `$.email`, `.email`, `emails.0.address` and `email` as a path. */
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
