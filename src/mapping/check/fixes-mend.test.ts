import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { checkBinding, setAt, type Binding, type SourceType } from '../index.ts';
import { group, ref, text } from '../testing/few-words.ts';
import { codes, customer, problemsOf } from '../testing/found-customer.ts';

const fixed = (value: string | number | null): Binding => ({ kind: 'literal', value });
const upper = (of: Binding): Binding => ({ kind: 'convert', of, with: [{ name: 'upper' }] });

describe('a fix mends what it is offered for', () => {
  it.each<[string, JsonSchema, Binding, string]>([
    ['may-be-nothing', text, upper(ref('nickname')), 'leave-out-if-empty'],
    [
      'may-be-nothing',
      text,
      { kind: 'convert', of: upper(ref('nickname')), with: [] },
      'leave-out-if-empty',
    ],
    ['may-be-nothing', text, { kind: 'convert', of: fixed(null), with: [] }, 'default-empty-text'],
    [
      'unknown-path',
      { type: 'array', items: text },
      {
        kind: 'list',
        parts: [
          {
            forEach: { kind: 'list', parts: [{ item: ref('firstNam') }] },
            name: 'x',
            item: ref('email'),
          },
        ],
      },
      'did-you-mean',
    ],
  ])('%s', (code, schema, binding, mend) => {
    const found = problemsOf(schema, binding, false).filter(
      (problem) => codes([problem])[0] === code,
    );
    expect(found).toHaveLength(1);
    const fix = found[0]?.fixes.find((one) => one.code === `mapping.fix-${mend}`);
    const whole: Binding = { kind: 'object', props: { field: binding } };
    const mended = fix && setAt(whole, fix.at, fix.binding);
    expect(codes(checkBinding(mended, group({ field: schema }, []), [customer]))).not.toContain(
      code,
    );
  });

  it('also under a name that no field can have, of which it takes away what is there', () => {
    const odd: Binding = { kind: 'object', props: { constructor: ref('email'), a: ref('email') } };
    const [problem] = checkBinding(odd, { type: 'object' }, [customer]);
    expect(problem?.code).toBe('mapping.name-refused');
    const [fix] = problem?.fixes ?? [];
    expect(fix && setAt(odd, fix.at, fix.binding)).toEqual({
      kind: 'object',
      props: { a: ref('email') },
    });
  });
});

it('a field that a description asks for and rules out is not called filled', () => {
  const torn: JsonSchema = { ...group({ a: text }, ['gone']) };
  expect(checkBinding({ kind: 'object', props: { a: ref('email') } }, torn, [customer])).toEqual(
    [],
  );
});

it('a field of a name that is never read is said before a run finds nothing', () => {
  const odd: SourceType = {
    from: 's1',
    title: 'Races',
    schema: group({ constructor: text, team: text }),
  };
  const whole: Binding = { kind: 'object', props: { field: ref('constructor') } };
  const problems = checkBinding(whole, group({ field: text }), [odd]);
  expect(codes(problems)).toEqual(['name-not-read']);
});
