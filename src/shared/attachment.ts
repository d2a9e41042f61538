/**
 * A file beside its message: the message says which one and what it is, and its host keeps the bytes (`kept-files.ts`). So
 * records, samples and run files show its name and size, and never hold what is in it.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts';

export interface Attachment extends JsonObject {
  /** Its id at the host that keeps it. */
  readonly $attachment: string;
  readonly name: string;
  /** Its bytes. */
  readonly size: number;
}

/** A file may have so many bytes (`running.md`). */
export const attachmentBytes = 100 * 1024 * 1024;

/** The format of a schema whose value is an attachment. */
export const attachmentFormat = 'attachment';

export function isAttachment(value: unknown): value is Attachment {
  return (
    isJsonObject(value) &&
    typeof value['$attachment'] === 'string' &&
    typeof value['name'] === 'string' &&
    typeof value['size'] === 'number'
  );
}

const deepest = 8;

/** Those in a value, in its order. */
export function attachmentsIn(value: Json | undefined, depth = 0): readonly Attachment[] {
  if (isAttachment(value)) return [value];
  if (depth > deepest || typeof value !== 'object' || value === null) return [];
  const inside = isJsonList(value) ? value : Object.values(value as JsonObject);
  return inside.flatMap((each) => attachmentsIn(each, depth + 1));
}
