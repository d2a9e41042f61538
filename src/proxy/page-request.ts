/** A call as the page sends it to the proxy: as JSON, or on one line with the files behind it that the host keeps. */
import type { HttpRequest } from '../catalog/contract.ts';
import {
  attachmentsIn,
  isAttachment,
  isJsonObject,
  writeJson,
  type Json,
  type KeptFiles,
} from '../shared/index.ts';
import { withFilePaths, type CallRequest, type Refusal } from './contract.ts';
import { sessionHeaders } from './page-answers.ts';
import { behind, bytesOf } from './page-attachments.ts';
import { filesBody, filesSent, isOfFiles, type FilesSent } from './request-files.ts';

export interface Sent {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob;
}

/** A call as it goes to the proxy, what its files hold behind it; or why it cannot. */
export async function toSent(
  request: HttpRequest,
  credential: string | undefined,
  files: KeptFiles | undefined,
): Promise<Sent | Refusal> {
  const { plain, parts } = partsOf(request.body);
  if (!parts.some((part) => isAttachment(part))) {
    return {
      address: '/api/call',
      headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
      body: JSON.stringify(toCallRequest(request, credential, plain())),
    };
  }
  const bytes = await bytesOf(parts, files);
  if (!(bytes instanceof Blob)) return bytes;
  const call = toCallRequest(request, credential, plain(bytes.size));
  return {
    address: withFilePaths.call,
    headers: sessionHeaders,
    body: behind(JSON.stringify(call), bytes),
  };
}

/** What goes behind the call where a file among it is kept, and the body in the call itself: then of that size, else whole. */
function partsOf(body: HttpRequest['body']): {
  readonly parts: FilesSent['parts'];
  readonly plain: (size?: number) => CallRequest['body'];
} {
  if (body?.as === 'mail') {
    const { mail = {} } = isJsonObject(body.value) ? body.value : {};
    const files = isJsonObject(mail) ? mail['attachments'] : undefined;
    return { parts: attachmentsIn(files), plain: () => toBody(body) };
  }
  if (body === undefined || !isOfFiles(body.as))
    return { parts: [], plain: () => body && toBody(body) };
  const sent = filesSent(body.as, body.value);
  const { parts, type } = sent;
  return {
    parts,
    plain: (size) => (size === undefined ? filesBody(sent) : { as: 'file', size, type }),
  };
}

function toCallRequest(
  request: HttpRequest,
  credential: string | undefined,
  body: CallRequest['body'],
): CallRequest {
  const { component, effect, origin, address, method, path, query, headers } = request;
  const { asNobody, waitSeconds } = request;
  return {
    component,
    effect,
    origin,
    method,
    path,
    query: query.map((pair) => [...pair]),
    headers: headers.map(([name, value]) => [name, value]),
    ...(address === undefined ? {} : { address }),
    ...(body === undefined ? {} : { body }),
    ...(request.file === 'content' || request.mail?.passesOn === true
      ? { profile: 'download' }
      : {}),
    ...(credential === undefined ? {} : { credential }),
    ...(asNobody === undefined ? {} : { asNobody }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  };
}

function toBody({ as, value }: NonNullable<HttpRequest['body']>): CallRequest['body'] {
  if (isOfFiles(as)) return filesBody(filesSent(as, value));
  if (as === 'mail') {
    const { mail = {}, fields } = isJsonObject(value) ? value : {};
    return { as, mail, ...(fields === undefined ? {} : { fields }) };
  }
  return as === 'nested-form'
    ? { as: 'form', text: nestedForm(value) }
    : { as, text: textOf(as, value) };
}

/** `metadata[key]=…&items[0][price]=…`; what is empty is sent as an empty text, so that it can be emptied. */
function nestedForm(value: Json): string {
  const form = new URLSearchParams();
  const visit = (name: string, each: Json): void => {
    if (typeof each !== 'object' || each === null) return form.append(name, String(each ?? ''));
    for (const [key, inner] of Object.entries(each) as [string, Json][])
      visit(name === '' ? key : `${name}[${key}]`, inner);
  };
  visit('', value);
  return form.toString();
}

function textOf(as: 'json' | 'form' | 'text' | 'xml', value: Json): string {
  if (as === 'json') return writeJson(value);
  if (as === 'form' && typeof value === 'object' && value !== null) {
    const form = new URLSearchParams();
    for (const [name, entry] of Object.entries(value) as [string, Json][]) {
      for (const each of Array.isArray(entry) ? (entry as readonly Json[]) : [entry]) {
        if (each !== null)
          form.append(name, typeof each === 'object' ? writeJson(each) : String(each));
      }
    }
    return form.toString();
  }
  return typeof value === 'string' ? value : writeJson(value);
}
