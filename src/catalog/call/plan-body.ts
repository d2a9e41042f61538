/** What is sent with a request, and how its answer is read where that is a file. */
import { failure, isJsonObject, success, type Json, type Result } from '../../shared/index.ts';
import type { BodyForm, CallFailure, FileForm, HttpRequest } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import { atPointer } from '../json-pointer.ts';
import type { Settings } from '../settings.ts';
import { fileTrouble, filesOf } from './file-value.ts';
import { cannot, make, type Given } from './make-part.ts';

export function planBody(
  { body }: HttpCall,
  given: Given,
): Result<HttpRequest['body'], CallFailure> {
  if (body === undefined) return success(undefined);
  const as = saidOrSet(body.as, given.settings);
  const made = make(body.from, given);
  if (!made.ok) return made;
  const { value } = made;
  if (value === undefined && as !== 'bytes') return success(undefined);
  if (!isBodyForm(as)) return failure(cannot('body-form-missing'));
  const files = filesIn(as, value);
  const trouble = fileTrouble(files);
  if (trouble !== undefined) return failure(cannot(trouble.code, trouble.params, body.from));
  return success(value === undefined ? undefined : { as, value });
}

function filesIn(as: BodyForm, value: Json | undefined): readonly (Json | undefined)[] {
  if (as === 'bytes') return [value];
  if (as !== 'mail') return isOfSeveral(as) ? filesOf(value) : [];
  const mail = isJsonObject(value) ? value['mail'] : undefined;
  return filesOf(isJsonObject(mail) ? { files: mail['attachments'] ?? [] } : undefined);
}

/** What the description says itself, or leaves to a setting. */
function saidOrSet(said: string | { readonly at: string }, settings: Settings): Json | undefined {
  return typeof said === 'string' ? said : atPointer(settings, said.at);
}

const bodyForms: ReadonlySet<unknown> = new Set<BodyForm>([
  'json',
  'form',
  'nested-form',
  'text',
  'xml',
  'multipart',
  'related',
  'bytes',
  'mail',
]);

function isOfSeveral(as: BodyForm): boolean {
  return as === 'multipart' || as === 'related';
}

function isBodyForm(said: Json | undefined): said is BodyForm {
  return bodyForms.has(said);
}

/** How the answer is read where it is a file; undefined where it is none. */
export function planFile(take: HttpCall['take'], settings: Settings): FileForm | undefined {
  if (take?.file === undefined) return undefined;
  const said = saidOrSet(take.file, settings);
  return isFileForm(said) ? said : 'auto';
}

function isFileForm(said: Json | undefined): said is FileForm {
  return said === 'text' || said === 'base64' || said === 'content';
}
