/** What is sent with a request, and how its answer is read where that is a file. */
import { failure, success, type Json, type Result } from '../../shared/index.ts';
import type { BodyForm, CallFailure, HttpRequest } from '../call-contract.ts';
import type { HttpCall } from '../component.ts';
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
  const files = as === 'bytes' ? [value] : isOfSeveral(as) ? filesOf(value) : [];
  const trouble = fileTrouble(files);
  if (trouble !== undefined) return failure(cannot(trouble.code, trouble.params, body.from));
  return success(value === undefined ? undefined : { as, value });
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
]);

function isOfSeveral(as: BodyForm): boolean {
  return as === 'multipart' || as === 'related';
}

function isBodyForm(said: Json | undefined): said is BodyForm {
  return bodyForms.has(said);
}

/** How the answer is read where it is a file. */
export function planFile({ take }: HttpCall, { settings }: Given): Pick<HttpRequest, 'file'> {
  if (take?.file === undefined) return {};
  const said = saidOrSet(take.file, settings);
  return { file: said === 'text' || said === 'base64' ? said : 'auto' };
}
