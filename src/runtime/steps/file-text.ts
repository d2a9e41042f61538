/** The text of a file that its host keeps, piece by piece: it is never here as a whole. */
import {
  failure,
  isAttachment,
  isJsonObject,
  piecesOf,
  success,
  type Json,
  type KeptFiles,
  type Result,
} from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';

export interface TextFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** The file in a field; why not, where there is none, it is an example only, or it is not kept any more. */
export async function givenFile(
  fields: Json,
  field: string,
  files: KeptFiles,
): Promise<Result<TextFile, Failure>> {
  const value = isJsonObject(fields) && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (value === undefined || value === null)
    return failure(refusedAt('steps.file-missing', [field]));
  if (!isJsonObject(value)) return failure(refusedAt('steps.not-a-file', [field]));
  if (!isAttachment(value)) return failure(refusedAt('steps.file-only-example', [field]));
  const { name } = value;
  const bytes = await files.find(value.$attachment);
  return bytes === undefined
    ? failure(refusedAt('steps.file-gone', [field], { name: name.slice(0, 200) }))
    : success({ name, bytes });
}

/** How its letters are stored, by the names that a setting has for it. */
const decoders: Readonly<Record<string, string>> = {
  unicode: 'utf-8',
  windows: 'windows-1252',
};

/** So much is read at a time. */
const pieceSigns = 256 * 1024;

/** Undefined: from here on it is no text of that kind. The last piece is empty only where all of it is. */
export async function* textPieces(
  { bytes }: TextFile,
  letters: Json | undefined,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean } | undefined, void> {
  const decoder = new TextDecoder(decoders[String(letters)] ?? 'utf-8', { fatal: true });
  let text = '';
  try {
    for await (const piece of piecesOf(bytes.stream())) {
      if (text.length >= pieceSigns) {
        yield { text, isLast: false };
        text = '';
      }
      text += decoder.decode(piece, { stream: true });
    }
    text += decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    yield undefined;
    return;
  }
  yield { text, isLast: true };
}
