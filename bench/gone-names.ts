import { checkBinding, type Binding } from '../src/mapping/index.ts';
import type { JsonSchema } from '../src/shared/index.ts';
import { median, timed } from './measure.ts';
import type { Report } from './report.ts';

const fields = 5000;
const goes = 5;
const words =
  'customer order invoice street city email name phone total date status country zip company note currency tax line price owner'.split(
    ' ',
  );

/** Every field of a mapping reads a name that has gone: each is offered the names it may have got instead. */
export async function goneNames(report: Report): Promise<void> {
  const names = Array.from({ length: fields }, (_, at) => nameOf(at));
  const misspelt = names.map((name, at) => (at % 2 === 0 ? swapped(name) : `${name}x`));
  const renamed = names.map((name, at) => `${String(at)}_${name.slice(-8)}`);
  const slower = Math.max(await checked(misspelt, 'misspelt'), await checked(renamed, 'renamed'));
  report.row('mapping.gone-5000-ms', slower);

  async function checked(read: readonly string[], how: string): Promise<number> {
    const schema: JsonSchema = {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    };
    const binding: Binding = {
      kind: 'object',
      props: Object.fromEntries(
        names.map((name, at) => [name, { kind: 'ref', from: 'orders', path: [read[at] ?? name] }]),
      ),
    };
    const times: number[] = [];
    for (let go = 0; go <= goes; go++) {
      // A schema of its own: nothing is known of it yet.
      const source = { from: 'orders', title: 'Orders', schema: structuredClone(schema) };
      const time = await timed(() => {
        const problems = checkBinding(binding, schema, [source], { suggest: false });
        if (problems.length !== fields) throw new Error(`${String(problems.length)} are told`);
      });
      if (go > 0) times.push(time); // the first warms up
    }
    report.note(`${how}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
    return median(times);
  }
}

/** Different names of three words and a number, as a wide table has them. */
function nameOf(at: number): string {
  const word = (place: number) =>
    words[Math.floor(at / words.length ** place) % words.length] ?? '';
  return `${word(0)}_${word(1)}_${word(2)}_${String(at % 7)}`;
}

function swapped(name: string): string {
  return `${name.slice(0, 2)}${name.charAt(3)}${name.charAt(2)}${name.slice(4)}`;
}
