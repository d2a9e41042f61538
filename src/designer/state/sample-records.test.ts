import { describe, expect, it } from 'vitest';
import type { StepSample } from '../../storage/contract.ts';
import { recordsOf } from './sample-records.ts';

const types = ['crm', 'filter', 'orders'].map((from) => ({ from, title: from, schema: {} }));
const sample = (messages: readonly string[], ids?: readonly string[]): StepSample => ({
  origin: 'recorded',
  messages,
  ...(ids !== undefined && { ids }),
});

describe('stepping through the samples', () => {
  it('shows of each step the message that belongs to the leading one', () => {
    const records = recordsOf(types, {
      crm: sample(['ada', 'bob', 'cleo'], ['0.0', '0.1', '0.2']),
      filter: sample(['bob!', 'cleo!'], ['0.1', '0.2']),
    });
    expect(records.count).toBe(3);
    expect(records.at(1)).toEqual({ crm: 'bob', filter: 'bob!' });
    expect(records.at(2)).toEqual({ crm: 'cleo', filter: 'cleo!' });
  });

  it('finds the customer of an order', () => {
    const records = recordsOf(types, {
      crm: sample(['ada', 'bob'], ['0.0', '0.1']),
      orders: sample(['a1', 'a2', 'b1'], ['0.0.0', '0.0.1', '0.1.0']),
    });
    expect(records.at(1)).toEqual({ crm: 'ada', orders: 'a2' });
    expect(records.at(2)).toEqual({ crm: 'bob', orders: 'b1' });
  });

  it('takes those at the same place when nothing is known of their ways, else the first', () => {
    const records = recordsOf(types, {
      crm: sample(['ada', 'bob', 'cleo']),
      filter: sample(['x', 'y']),
    });
    expect(records.at(1)).toEqual({ crm: 'bob', filter: 'y' });
    expect(records.at(2)).toEqual({ crm: 'cleo', filter: 'x' });
  });

  it('shows an empty value for what it is', () => {
    const records = recordsOf(types, {
      crm: { origin: 'recorded', messages: ['ada', null] },
      filter: { origin: 'recorded', messages: ['x', null] },
    });
    expect(records.at(1)).toEqual({ crm: null, filter: null });
  });

  it('finds the record of a message of the run: the same one, the one it came from, or that came from it', () => {
    const records = recordsOf(types, {
      crm: sample(['ada', 'bob'], ['0.0', '0.1']),
    });
    expect(['0.1', '0.1.4', '0', '9'].map((id) => records.of(id))).toEqual([1, 1, 0, undefined]);
    expect(recordsOf(types, { crm: sample(['ada']) }).of('0.0')).toBeUndefined();
  });

  it('has none before any test', () => {
    expect(recordsOf(types, {}).count).toBe(0);
    expect(recordsOf(types, {}).at(0)).toEqual({});
  });
});
