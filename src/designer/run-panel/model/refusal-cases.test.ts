import { describe, expect, it } from 'vitest';
import { failureOf, refusalCases } from '../../../catalog/testing/a-refusal.ts';
import { familyOf } from './refusal-facts.ts';
import { offersFor } from './refusal-offers.ts';

describe.each(refusalCases())('a refusal as %s says it', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('offers what helps: %s', (_id, one) => {
    const failure = failureOf(one);
    const family = familyOf(failure);
    const offers = offersFor(family, { halted: false, skips: false }).filter(
      (offer) => failure.fields.length > 0 || (offer !== 'field' && offer !== 'mend'),
    );
    expect({ family, offers }).toEqual({ family: one.expect.family, offers: one.expect.offers });
  });
});
