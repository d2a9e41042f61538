import type { Flow } from '../../flow/index.ts';
import type { Place } from '../../proxy/contract.ts';

/**
 * A template's flow with the addresses that its sample services have now: their ports may be others after each start, so
 * a template names them by their place (`http://sample-shop/soap`).
 */
export function atPlaces(flow: Flow, places: readonly Pick<Place, 'name' | 'url'>[]): Flow {
  let text = JSON.stringify(flow);
  for (const { name, url } of places)
    text = text.replaceAll(`"http://${name}/`, `"${url.replace(/\/$/, '')}/`);
  // Whatever text was replaced was a text before.
  return JSON.parse(text) as Flow;
}
