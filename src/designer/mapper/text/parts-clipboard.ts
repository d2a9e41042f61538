import { z } from 'zod';
import { parseJson, writeJson, type Json } from '../../../shared/index.ts';
import { bindingSchema } from '../../../mapping/index.ts';
import { isPill, type TextPart } from '../model/text-parts.ts';

/** Pills travel inside the page under a name of their own; everywhere else the words alone arrive. */
const own = 'application/x-footbridge-text';
const partsSchema = z.array(z.union([z.string(), bindingSchema]));

export function putOnClipboard(clipboard: DataTransfer, parts: readonly TextPart[]): void {
  clipboard.setData('text/plain', parts.filter((part) => !isPill(part)).join(''));
  clipboard.setData(own, writeJson(parts as unknown as Json)); // words and bindings are plain data
}

/** What was copied: words and pills from this page, words from anywhere else. */
export function takeFromClipboard(clipboard: DataTransfer): readonly TextPart[] {
  const read = parseJson(clipboard.getData(own));
  const parts = read.ok ? partsSchema.safeParse(read.value) : undefined;
  return parts?.success === true ? parts.data : [clipboard.getData('text/plain')];
}
