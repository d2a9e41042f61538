import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';

/**
 * Whether a body takes back the success that its status claims: `{ "ok": false, "error": … }`, GraphQL's
 * `{ "errors": […] }` without data, and a GraphQL payload that lists errors of its own.
 */
export function saysNo(body: Json): boolean {
  if (!isJsonObject(body)) return false;
  const isDenied = body['ok'] === false || body['success'] === false;
  if (isDenied && ['error', 'errors', 'message', 'error_message'].some((key) => says(body[key])))
    return true;
  return Object.keys(body).every((key) => graphqlKeys.has(key)) && isGraphqlNo(body);
}

const graphqlKeys: ReadonlySet<string> = new Set(['data', 'errors', 'extensions']);

function isGraphqlNo(body: Readonly<Record<string, Json>>): boolean {
  const { data } = body;
  const results = isJsonObject(data) ? Object.values(data) : [];
  if (listsErrors(body['errors'])) return results.every((result) => result === null);
  return results.some(
    (result) =>
      isJsonObject(result) &&
      Object.entries(result).some(([key, list]) => /errors$/i.test(key) && listsErrors(list)),
  );
}

function listsErrors(list: Json | undefined): boolean {
  return (
    isJsonList(list) &&
    list.length > 0 &&
    list.every((entry) => isJsonObject(entry) && typeof entry['message'] === 'string')
  );
}

function says(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}
