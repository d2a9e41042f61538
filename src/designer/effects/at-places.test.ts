import { expect, it } from 'vitest';
import { newFlow, type Flow } from '../../flow/index.ts';
import { atPlaces } from './at-places.ts';

const flow = (address: string): Flow => ({
  ...newFlow('Orders', () => 'orders'),
  steps: [
    {
      id: 'a',
      name: 'Shop',
      component: 'catalog:soap',
      componentVersion: '1.0.0',
      operation: 'look-up',
      settings: { address, note: 'in http://sample-shop/ as text' },
      slots: {},
    },
  ],
});

it('puts the address that a sample service has now in place of its name', () => {
  const places = [{ name: 'sample-shop', url: 'http://127.0.0.1:4499/' }];
  expect(atPlaces(flow('http://sample-shop/soap?wsdl'), places)).toEqual(
    flow('http://127.0.0.1:4499/soap?wsdl'),
  );
});

it('leaves what it does not know as it is', () => {
  const there = flow('http://sample-shop-two/soap');
  expect(atPlaces(there, [{ name: 'sample-shop', url: 'http://127.0.0.1:4499' }])).toEqual(there);
});
