import type { Json } from '../../../shared/index.ts';
import { Documents } from '../documents.ts';
import { readOpenApi, type OpenApi } from '../read-open-api.ts';
import { readText } from '../read-text.ts';

export async function aDescription(
  description: Json,
  address = 'https://api.example.com/openapi.json',
): Promise<{ readonly api: OpenApi; readonly documents: Documents }> {
  const read = await readText(JSON.stringify(description));
  if (!read.ok) throw new Error(read.reason.code);
  const documents = new Documents(read.value, address);
  const api = readOpenApi(documents);
  if (!api.ok) throw new Error(api.reason.code);
  return { api: api.value, documents };
}

/** What one operation needs and gives, of a description with nothing else in it. */
export async function described(
  operation: Json,
  {
    path = '/things',
    method = 'post',
    ...around
  }: { readonly [part: string]: Json | undefined } = {},
) {
  const { api } = await aDescription({
    openapi: '3.0.3',
    paths: { [String(path)]: { [String(method)]: operation } },
    ...(around as Record<string, Json>),
  });
  const found = api.describe(`${String(method).toUpperCase()} ${String(path)}`, {});
  if (!found.ok) throw new Error(found.reason.code);
  return found.value;
}

export function jsonBody(schema: Json): Json {
  return { requestBody: { content: { 'application/json': { schema } } } };
}
