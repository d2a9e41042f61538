import { summaryOf, type ComponentSummary } from '../src/catalog/index.ts';
import { shippedComponents } from '../src/catalog/testing/shipped.ts';
import { componentSearch } from '../src/designer/palette/component-search.ts';
import { percentile } from './measure.ts';
import type { Report } from './report.ts';

const componentsInPalette = 100;
const typed = ['send a message', 'customer', 'rows of a table', 'stripe refund', 'nothing like it'];
const turns = 40;

/** Every key searches all of the palette: what is typed grows letter by letter. */
export function paletteSearch(report: Report): void {
  const shipped = shippedComponents().map(summaryOf);
  const components = Array.from({ length: componentsInPalette }, (_, at): ComponentSummary => ({
    ...(shipped[at % shipped.length] as ComponentSummary), // `at` is inside
    id: `catalog:c${String(at)}`,
  }));
  const find = componentSearch(components);
  const keys: number[] = [];
  for (let turn = 0; turn < turns; turn++)
    for (const words of typed)
      for (let end = 1; end <= words.length; end++) {
        const begun = performance.now();
        find(words.slice(0, end));
        keys.push(performance.now() - begun);
      }
  report.note(`${String(keys.length)} keys, median ${percentile(keys, 50).toFixed(2)} ms`);
  report.row('page.palette-search-ms', percentile(keys, 95));
}
