/** What lies on the sample file server: new customers as a partner would send them, and orders as XML. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
  /** ISO 8601. */
  readonly modified: string;
}

const customers = `firstName,lastName,email,country,since
Ada,Okafor,ada.okafor@example.com,NG,2026-10-02
Jonas,Lindqvist,jonas.lindqvist@example.com,SE,2026-10-05
Mei,Tanaka,mei.tanaka@example.org,JP,2026-10-11
"Pérez, Lucía",Santos,lucia.santos@example.com,ES,2026-10-12
Noah,Weber,noah.weber(at)example.com,DE,2026-10-19
Grace,Mbeki,grace.mbeki@example.org,ZA,2026-10-23
`;

const lateCustomers = `firstName,lastName,email,country,since
Olivia,Rossi,olivia.rossi@example.com,IT,2026-11-01
Samir,Haddad,samir.haddad@example.org,LB,2026-11-03
`;

const order = `<?xml version="1.0" encoding="UTF-8"?>
<order number="2026-1182">
  <customer email="mei.tanaka@example.org">Mei Tanaka</customer>
  <line sku="LAMP-01" quantity="2" price="39.90"/>
  <line sku="BULB-60" quantity="6" price="2.50"/>
</order>
`;

export const sampleFiles: readonly SampleFile[] = [
  { path: '/in/customers-october.csv', text: customers, modified: '2026-10-31T18:00:00Z' },
  { path: '/in/customers-november.csv', text: lateCustomers, modified: '2026-11-05T06:30:00Z' },
  { path: '/in/order-2026-1182.xml', text: order, modified: '2026-11-06T09:12:00Z' },
];
