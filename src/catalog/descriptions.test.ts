import { expect, it } from 'vitest';
import type { Component } from './component/component.ts';
import type { Operation } from './component/operation.ts';
import { createDescriptionReader } from './descriptions.ts';
import { shippedComponents } from './testing/shipped.ts';

const component = shippedComponents().find(({ id }) => id === 'catalog:soap') as Component;
const operation = component.operations.find(({ id }) => id === 'operations') as Operation;
const address = 'https://shop.example/soap?wsdl';

function wsdl(imported = ''): string {
  return `<wsdl:definitions targetNamespace="urn:s" xmlns:tns="urn:s" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
${imported}<wsdl:message name="In"/><wsdl:portType name="P"><wsdl:operation name="GetOrder"><wsdl:input message="tns:In"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="B" type="tns:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="GetOrder"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
<wsdl:service name="Shop"><wsdl:port name="P" binding="tns:B"><soap:address location="https://shop.example/soap"/></wsdl:port></wsdl:service></wsdl:definitions>`;
}

it('a SOAP service’s description is read document by document, each asked for once', async () => {
  const asked: string[] = [];
  const texts: Record<string, string> = {
    '/soap': wsdl('<wsdl:import namespace="urn:t" location="more.wsdl"/>'),
    '/more.wsdl': '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>',
  };
  const reader = createDescriptionReader({
    call: ({ path, withoutSignIn, isKnown }) => {
      if (isKnown !== true) asked.push(`${path} ${String(withoutSignIn)}`);
      const body = texts[path] ?? '';
      return Promise.resolve({ kind: 'answered', status: 200, headers: {}, body, ms: 0 });
    },
    reading: () => undefined,
  });
  const told = { ok: true, value: [{ value: 'Shop/GetOrder', label: 'Get order' }] };
  const settings = { description: address };
  expect(await reader.ask({ component, operation, settings })).toMatchObject(told);
  expect(asked).toEqual(['/soap true', '/more.wsdl true']);
  const pasted = { description: wsdl() };
  expect(await reader.ask({ component, operation, settings: pasted })).toMatchObject(told);
  expect(asked).toHaveLength(2);
});

it('an OpenAPI description that leads to documents without end is read so far, and what is left is named', async () => {
  const openApi = shippedComponents().find(({ id }) => id === 'catalog:openapi') as Component;
  const describe = openApi.operations.find(
    ({ call }) => call.via === 'openapi' && (call as { gives?: string }).gives === 'operation',
  ) as Operation;
  let asked = 0;
  // Each document leads to a hundred others.
  const leading = (path: string) =>
    Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`f${at}`, { $ref: `${path}x${at}.json` }]),
    );
  const reader = createDescriptionReader({
    call: ({ path }) => {
      asked += 1;
      const schema = { type: 'object', properties: leading(path === '/' ? '/' : path) };
      const content = { 'application/json': { schema } };
      const whole = { openapi: '3.0.0', paths: { '/a': { post: { requestBody: { content } } } } };
      const body = JSON.stringify(asked === 1 ? whole : schema);
      return Promise.resolve({ kind: 'answered', status: 200, headers: {}, body, ms: 0 });
    },
    reading: () => undefined,
  });
  const settings = { description: 'https://api.example.com/', operation: 'POST /a' };
  const told = await reader.ask({ component: openApi, operation: describe, settings });
  expect(told).toMatchObject({ ok: true, value: [{ unread: expect.any(Array) as unknown }] });
  expect(asked).toBe(1 + 1000);
});
