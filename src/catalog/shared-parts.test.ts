import { expect, it } from 'vitest';
import { withShared } from './shared-parts.ts';

it('a shared part stands where it is named, with what is beside the name laid over it', () => {
  const file = {
    shared: {
      person: { title: 'Person', properties: { name: { $ref: '#/shared/name' } } },
      name: { title: 'Name', type: 'string' },
    },
    output: { $ref: '#/shared/person', title: 'Customer' },
    list: [{ $ref: '#/shared/name' }],
  };
  expect(withShared(file)).toEqual({
    output: { title: 'Customer', properties: { name: { title: 'Name', type: 'string' } } },
    list: [{ title: 'Name', type: 'string' }],
  });
});

it('what is named wrongly or inside itself stays as it is', () => {
  const file = { shared: { a: { of: { $ref: '#/shared/a' } } }, x: { $ref: '#/shared/b' } };
  expect(withShared({ ...file, y: { $ref: '#/shared/a' } })).toEqual({
    x: { $ref: '#/shared/b' },
    y: { of: { $ref: '#/shared/a' } },
  });
  expect(withShared({ x: { $ref: '#/$defs/a' } })).toEqual({ x: { $ref: '#/$defs/a' } });
});
