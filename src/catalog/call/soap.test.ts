import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../shared/index.ts';
import type { ServiceAnswer } from '../call-contract.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { canStart, effectOf } from '../effect-of.ts';
import { bareWsdl, wrappedWsdl, wsdlOfElements } from '../soap/testing/wsdl-texts.ts';
import { calledHost } from './called-host.ts';
import { planCall } from './plan-call.ts';
import { takeAnswer } from './take-answer.ts';

const component: Component = {
  id: 'catalog:any-soap',
  version: '1.0.0',
  kind: 'generic',
  title: 'Any SOAP service',
  description: 'A service.',
  hue: 1,
  categories: [],
  origins: [{ from: 'settings', at: '/address' }],
  credentials: [],
  operations: [
    {
      id: 'call',
      title: 'Call',
      description: 'Calls.',
      effect: { from: '/does', table: { reads: 'read', writes: 'write' } },
      emits: 'one',
      slots: { input: { kind: 'value' } },
      sample: {},
      call: { via: 'soap', address: '/address' },
    },
    ...(['operations', 'operation'] as const).map((gives): Operation => ({
      id: gives,
      title: gives,
      description: 'Asked by other operations.',
      internal: true,
      effect: 'read',
      emits: 'many',
      slots: {},
      sample: {},
      call: { via: 'wsdl', gives, description: '/description', operation: '/operation' },
    })),
  ],
};

const operationOf = (id: string): Operation => {
  const found = component.operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const twoOperations = wsdlOfElements('<xs:element name="AddOrder" type="xs:string"/>', {
  operations: ['AddOrder', 'GetOrder']
    .map((name) => `<wsdl:operation name="${name}"><wsdl:input message="tns:In"/></wsdl:operation>`)
    .join(''),
  names: ['AddOrder', 'GetOrder'],
});

const answered = (body: Json, status = 200): ServiceAnswer => ({
  kind: 'answered',
  status,
  headers: {},
  body,
  ms: 1,
});

/** Asks a description as whoever designs a step does: document after document. */
function ask(id: string, settings: Record<string, Json>, web: Record<string, string> = {}) {
  const operation = operationOf(id);
  const planned = planCall({ component, operation, settings, input: {} });
  if (!planned.ok) return planned.reason;
  let request: typeof planned.value | undefined = planned.value;
  const asked: string[] = [];
  const messages: Json[] = [];
  while (request !== undefined && request.via === undefined && asked.length < 10) {
    const address = `${request.address ?? ''}${request.path}${request.query.length > 0 ? '?wsdl' : ''}`;
    if (request.isKnown !== true) asked.push(address);
    const text = web[address];
    const answer = text === undefined ? answered('not here', 404) : answered(text);
    const taken = takeAnswer({ component, operation, request, answer });
    if (!taken.ok) return taken.reason;
    messages.push(...taken.value.messages);
    request = taken.value.next as typeof request;
  }
  return { asked, messages };
}

function described(text: string): { input: JsonSchema; output: JsonSchema } {
  const found = ask('operation', { description: text, operation: 'ShopService/AddOrder' });
  const [message] = 'messages' in found ? found.messages : [];
  return message as unknown as { input: JsonSchema; output: JsonSchema };
}

const shapesOf = ({ input, output }: { input: JsonSchema; output: JsonSchema }) => ({
  input: { schema: input },
  output: { schema: output },
});

describe('the operations of a description', () => {
  const page = 'https://shop.example/api?wsdl';

  it('are asked for at its address, without the sign-in', () => {
    const operation = operationOf('operations');
    const planned = planCall({ component, operation, settings: { description: page }, input: {} });
    expect(planned).toMatchObject({
      ok: true,
      value: {
        method: 'GET',
        effect: 'read',
        address: 'https://shop.example',
        path: '/api',
        query: [['wsdl', '']],
        withoutSignIn: true,
      },
    });
    expect(ask('operations', { description: page }, { [page]: wrappedWsdl })).toEqual({
      asked: [page],
      messages: [
        {
          value: 'ShopService/AddOrder',
          label: 'Add order',
          help: 'Adds an order.',
          looksLikeRead: false,
        },
      ],
    });
  });

  it('come last and with doubt where their names do not say that they only look something up', () => {
    const operation = operationOf('operations');
    const doubting: Operation = {
      ...operation,
      call: { via: 'wsdl', gives: 'operations', description: '/description', doubt: 'sure?' },
    };
    const planned = planCall({
      component,
      operation: doubting,
      settings: { description: twoOperations },
      input: {},
    });
    if (!planned.ok) throw new Error(planned.reason.code);
    const taken = takeAnswer({
      component,
      operation: doubting,
      request: planned.value,
      answer: answered(''),
    });
    expect(taken).toMatchObject({
      value: { messages: [{ label: 'Get order' }, { label: 'Add order (sure?)' }] },
    });
  });

  it('are read out of a pasted text, with nobody asked', () => {
    expect(ask('operations', { description: `\n ${bareWsdl}` })).toMatchObject({
      asked: [],
      messages: [{ value: 'ShopService/AddOrder' }],
    });
  });

  it('bring further documents, one after the other, and go without those that cannot be had', () => {
    const text = wsdlOfElements('<xs:element name="AddOrder" type="xs:string"/>').replace(
      '<wsdl:types>',
      `<wsdl:types><xs:schema><xs:import namespace="urn:a" schemaLocation="a.xsd"/><xs:import namespace="urn:b" schemaLocation="http://u@evil.example/b.xsd"/>
        <xs:include schemaLocation="c.xsd"/></xs:schema>`,
    );
    expect(ask('operations', { description: page }, { [page]: text })).toMatchObject({
      asked: [page, 'https://shop.example/a.xsd', 'https://shop.example/c.xsd'],
      messages: [{ value: 'ShopService/AddOrder' }],
    });
  });

  it.each([
    ['an address that is none', { description: 'shop.example' }, 'failures.wsdl-address'],
    ['a page for people', { description: '<html/>' }, 'failures.wsdl-not-one'],
    ['a DOCTYPE', { description: '<!DOCTYPE a><a/>' }, 'failures.xml-doctype'],
  ])('are refused for %s', (_what, settings, code) => {
    expect(ask('operations', settings)).toMatchObject({ code });
  });

  it('behind a sign-in say what to do instead', () => {
    const operation = operationOf('operations');
    const planned = planCall({ component, operation, settings: { description: page }, input: {} });
    if (!planned.ok) throw new Error(planned.reason.code);
    const taken = takeAnswer({
      component,
      operation,
      request: planned.value,
      answer: answered('', 401),
    });
    expect(taken).toMatchObject({ ok: false, reason: { code: 'failures.wsdl-sign-in' } });
  });
});

describe('a message to a SOAP service', () => {
  const operation = operationOf('call');
  const shop = described(wrappedWsdl);
  const shapes = shapesOf(shop);
  const message = {
    number: 1,
    day: '2026-01-01',
    line: [{ sku: 'AB-1234', quantity: 0, price: { value: 1, currency: 'EUR' } }],
    card: 'x',
  };
  const plan = (settings: Record<string, Json> = {}, input: Json = message) =>
    planCall({ component, operation, settings, input, shapes });
  const take = (answer: ServiceAnswer) => {
    const planned = plan();
    if (!planned.ok) throw new Error(planned.reason.code);
    return takeAnswer({ component, operation, request: planned.value, answer, shapes });
  };

  it('is posted where the description says, with its action', () => {
    expect(plan()).toMatchObject({
      ok: true,
      value: {
        method: 'POST',
        address: 'https://shop.example',
        path: '/soap',
        headers: [
          ['content-type', 'text/xml; charset=utf-8'],
          ['SOAPAction', '"urn:shop#AddOrder"'],
        ],
        body: { as: 'xml', value: expect.stringContaining('<n1:day>2026-01-01</n1:day>') as Json },
        effect: 'write',
        operation: 'call',
      },
    });
  });

  it('of version 1.2 has its action in the type', () => {
    const next = {
      input: {
        schema: {
          ...shop.input,
          'x-soap': { ...(shop.input as { 'x-soap'?: object })['x-soap'], version: '1.2' },
        } as JsonSchema,
      },
    };
    expect(
      planCall({ component, operation, settings: {}, input: message, shapes: next }),
    ).toMatchObject({
      value: {
        headers: [
          ['content-type', 'application/soap+xml; charset=utf-8; action="urn:shop#AddOrder"'],
        ],
        body: { value: expect.stringContaining('http://www.w3.org/2003/05/soap-envelope') as Json },
      },
    });
  });

  it('goes where the person says, when they say', () => {
    expect(plan({ address: 'https://test.example:8443/api/soap?v=2' })).toMatchObject({
      value: { address: 'https://test.example:8443', path: '/api/soap', query: [['v', '2']] },
    });
    expect(plan({ address: 'https://user@evil.example' })).toMatchObject({
      ok: false,
      reason: { code: 'failures.soap-address' },
    });
  });

  it('goes to a host that an account can be held against', () => {
    expect(calledHost(operation, {}, shapes)).toBe('shop.example');
    expect(calledHost(operation, { address: 'http://127.0.0.1:4413/soap' }, shapes)).toBe(
      '127.0.0.1:4413',
    );
    expect(calledHost(operation, {}, undefined)).toBeUndefined();
    expect(calledHost(operation, { address: 'shop' }, shapes)).toBeUndefined();
  });

  it('only looks something up when the person says so', () => {
    expect(effectOf(operation, {})).toBe('write');
    expect(effectOf(operation, { does: 'reads' })).toBe('read');
    expect(canStart(operation, { does: 'reads' })).toBe(true);
  });

  it('that cannot be written is refused at its field', () => {
    expect(plan({}, { ...message, invoice: 'y' })).toMatchObject({
      ok: false,
      reason: { code: 'failures.soap-one-of', fields: [{ path: ['invoice'] }] },
    });
    expect(planCall({ component, operation, settings: {}, input: {} })).toMatchObject({
      ok: false,
      reason: { code: 'failures.soap-not-described' },
    });
  });

  const envelope = (body: string) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:o="urn:shop"><s:Body>${body}</s:Body></s:Envelope>`;

  it('brings the answer as data', () => {
    const body = envelope('<o:AddOrderResponse><o:id>o-1</o:id></o:AddOrderResponse>');
    expect(take(answered(body))).toEqual({
      ok: true,
      value: { messages: [{ id: 'o-1', line: [] }] },
    });
    expect(take(answered('', 202))).toEqual({ ok: true, value: { messages: [{}] } });
  });

  const fault = (detail: string, code = 's:Client', words = 'The order is not valid') =>
    envelope(
      `<s:Fault><faultcode>${code}</faultcode><faultstring>${words}</faultstring><detail>${detail}</detail></s:Fault>`,
    );

  it('that is refused is led back to the field, also where the service counts from one', () => {
    const named =
      '<o:Refused><o:problem><field>/o:AddOrder/o:line[1]/o:quantity</field><message>At least one.</message></o:problem></o:Refused>';
    expect(take(answered(fault(named), 500))).toMatchObject({
      ok: false,
      reason: {
        kind: 'terminal',
        code: 'failures.refused-fields-by',
        serviceWords: 'The order is not valid',
        fields: [{ path: ['line', 0, 'quantity'], words: 'At least one.' }],
      },
    });
  });

  it('that is refused by a sentence alone keeps the sentence', () => {
    const words = "Element 'quantity' must be at least 1.";
    expect(take(answered(fault('', 's:Client', words), 500))).toMatchObject({
      reason: { serviceWords: words, fields: [{ path: ['line', 0, 'quantity'] }] },
    });
  });

  it('is refused although the status says that all is well', () => {
    expect(take(answered(fault('')))).toMatchObject({
      ok: false,
      reason: { code: 'failures.said-no-by', kind: 'terminal' },
    });
  });

  it.each(['wsse:FailedAuthentication', 'wsse:InvalidSecurity', 'wsse:InvalidSecurityToken'])(
    'is refused for its sign-in: %s',
    (code) => {
      expect(take(answered(fault('', code, 'No'), 500))).toMatchObject({
        reason: { code: 'failures.key-refused-by', fields: [] },
      });
    },
  );

  it('may be sent again where the service itself is in trouble', () => {
    expect(take(answered(fault('', 's:Server', 'Database is down'), 500))).toMatchObject({
      reason: { code: 'failures.service-broken-by', kind: 'retryable' },
    });
  });

  it.each([
    ['a page for people', '<html><body>Hello</body></html>', 'failures.soap-no-envelope'],
    ['broken XML', envelope('<a>').slice(0, 200), 'failures.xml-broken'],
    ['a DOCTYPE', `<!DOCTYPE a>${envelope('')}`, 'failures.xml-doctype'],
  ])('is not taken for done when what comes is %s', (_what, body, code) => {
    expect(take(answered(body))).toMatchObject({ ok: false, reason: { code } });
  });
});
