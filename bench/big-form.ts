import { newFlow, type Flow, type Step } from '../src/flow/index.ts';
import type { Binding } from '../src/mapping/index.ts';
import type { Json } from '../src/shared/index.ts';

const text = { type: 'string' } as const;
export const firstField = 'Field 1';

/** A call brings a list of records, and a Mapper of so many fields takes them; each tenth field is filled. */
export function bigFormFlow(id: string, fields: number): Flow {
  const names = Array.from({ length: fields }, (_, at) => `field${String(at + 1)}`);
  const step = (
    of: Partial<Step> & Pick<Step, 'id' | 'name' | 'component' | 'operation'>,
  ): Step => ({
    componentVersion: '1.0.0',
    settings: {},
    slots: {},
    ...of,
  });
  const props = Object.fromEntries(
    names
      .filter((_, at) => at % 10 === 0)
      .map((name) => [
        name,
        {
          kind: 'text',
          parts: [{ kind: 'ref', from: 'in', path: ['title'] }, ' '],
        } satisfies Binding,
      ]),
  );
  return {
    ...newFlow('A form', () => id, { locale: 'en', timeZone: 'UTC' }),
    start: { kind: 'webhook' },
    steps: [
      step({
        id: 'in',
        name: 'Receive',
        component: 'catalog:webhook',
        operation: 'receive',
        shapes: { output: { schema: incoming, origin: 'by-hand' } },
      }),
      step({
        id: 'form',
        name: 'Form',
        component: 'catalog:mapper',
        operation: 'make-message',
        slots: { input: { kind: 'object', props } },
        shapes: {
          input: {
            schema: {
              type: 'object',
              properties: Object.fromEntries(
                names.map((name, at) => [name, { ...text, title: `Field ${String(at + 1)}` }]),
              ),
            },
            origin: 'by-hand',
          },
        },
      }),
    ],
    edges: [{ id: 'e', from: 'in', fromPort: 'out', to: 'form', toPort: 'in' }],
  };
}

const incoming = {
  type: 'object',
  title: 'Call',
  properties: {
    title: { ...text, title: 'Title' },
    records: {
      type: 'array',
      title: 'Records',
      items: {
        type: 'object',
        properties: { name: { ...text, title: 'Name' }, note: { ...text, title: 'Note' } },
      },
    },
  },
} as const;

/** A message for that flow of about so many bytes. */
export function bigMessage(bytes: number): Json {
  const record = (at: number): Json => ({
    name: `Person ${String(at)}`,
    note: 'Something that was said of them, long enough to be read.',
  });
  const each = JSON.stringify(record(10_000)).length + 1;
  return {
    title: 'Ada',
    records: Array.from({ length: Math.round(bytes / each) }, (_, at) => record(at)),
  };
}
