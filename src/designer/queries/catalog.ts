import type { Component } from '../../catalog/index.ts';
import { parseJson } from '../../shared/index.ts';

/**
 * Every component the server knows. Sent exactly as `index.html` asks for it ahead, or it would be fetched twice.
 * Not checked again: the server has read each component by the catalog's schema, and server and page are one build.
 */
export async function loadCatalog(): Promise<readonly Component[]> {
  const response = await fetch('/api/catalog', { credentials: 'same-origin' });
  const answer = parseJson(await response.text());
  if (!response.ok || !answer.ok) throw new Error(`no catalog: ${response.status}`);
  return answer.value as unknown as readonly Component[];
}
