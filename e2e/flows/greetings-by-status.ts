/** A flow to import: every Monday customers go one of two ways, with a group around the ways and a note beside them. */
import { aFlow, activeCustomers, aStep, fixed, sampleAccounts, takes, ways } from './a-flow.ts';

export const secretHeader = 'Bearer 0000-do-not-draw-me';

const byStatus = aStep('way', 'By status', 'router/choose-way', {
  settings: { branches: [{ id: 'new', name: 'New ones' }] },
});
const greet = aStep('greet', 'Greet <them> & others', 'newsletter/add-subscriber', {
  credential: 'newsletter',
  note: 'Ask Ada first.',
  ...takes({ email: fixed('ada@example.com') }),
});
const ask = aStep('ask', 'Ask', 'rest/request', {
  settings: { address: 'https://example.com', headers: { Authorization: secretHeader } },
  disabled: true,
});

export const greetingsByStatus = aFlow(
  'Greetings by status',
  [activeCustomers, byStatus, greet, ask],
  {
    start: { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Berlin' },
    edges: ways('customers>way', 'way>greet:new', 'way>ask:otherwise'),
    credentials: sampleAccounts,
    layout: {
      positions: {
        customers: { x: 0, y: 0 },
        way: { x: 320, y: 0 },
        greet: { x: 640, y: -80 },
        ask: { x: 640, y: 80 },
      },
      notes: [
        {
          id: 'why',
          text: 'Only on Mondays,\nas sales asked.',
          position: { x: 0, y: 140 },
          size: { width: 220, height: 90 },
          colour: 'sand',
        },
      ],
      groups: [{ id: 'ways', title: 'Two ways', steps: ['greet', 'ask'], colour: 'sky' }],
    },
  },
);
