/** What the shop does when it is asked, and how it says no. */
import { z } from 'zod';
import {
  articles,
  orderStatuses,
  type OrderStore,
  type ShopCustomer,
  type ShopOrder,
} from './shop-orders.ts';
import { shopSpace, type ShopOperation } from './shop-wsdl.ts';
import { element, escapeXml, type SoapFault } from './soap-answer.ts';
import { childOf, textOf, type SoapNode } from './soap-request.ts';

export class ShopFault extends Error {
  readonly fault: SoapFault;
  constructor(words: string, detail?: string) {
    super(words);
    this.fault = { of: 'sender', words, ...(detail === undefined ? {} : { detail }) };
  }
}

type Answer = (asked: SoapNode, store: OrderStore, now: string) => string;

const answers: Readonly<Record<ShopOperation, Answer>> = {
  FindOrdersSince(asked, store) {
    const since = textOf(asked, 'since');
    const status = textOf(asked, 'status');
    const problems: Problem[] = [];
    if (!z.iso.date().safeParse(since).success)
      problems.push(['since', 'A day is expected here, such as 2026-11-01.']);
    if (status !== '' && !orderStatuses.some((known) => known === status))
      problems.push(['status', `One of these is expected: ${orderStatuses.join(', ')}.`]);
    refuse(asked, problems);
    return store
      .all()
      .filter((order) => order.placedAt.slice(0, 10) >= since)
      .filter((order) => status === '' || order.status === status)
      .map(written)
      .join('');
  },
  GetOrder: (asked, store) => written(orderOf(asked, store)),
  CreateOrder(asked, store, now) {
    const order = childOf(asked, 'order');
    const customer = customerIn(childOf(order, 'customer'));
    const problems: Problem[] = [];
    if (customer.firstName === '')
      problems.push(['order/customer/firstName', 'A first name is needed.']);
    if (customer.lastName === '')
      problems.push(['order/customer/lastName', 'A last name is needed.']);
    if (!z.email().safeParse(customer.email).success)
      problems.push(['order/customer/email', 'Nothing can be sent to this e-mail address.']);
    const lines = (order?.children ?? [])
      .filter(({ name }) => name === 'line')
      .map((line, at) => {
        const place = `order/line[${String(at + 1)}]`;
        const article = articles.find(({ sku }) => sku === textOf(line, 'sku'));
        const quantity = Number(textOf(line, 'quantity') || Number.NaN);
        if (article === undefined)
          problems.push([`${place}/sku`, 'There is no article with this number.']);
        if (!Number.isInteger(quantity) || quantity < 1 || quantity > 99)
          problems.push([`${place}/quantity`, 'From 1 to 99 can be ordered at once.']);
        return { article: article ?? articles[0], quantity };
      });
    if (lines.length === 0) problems.push(['order/line', 'At least one line is needed.']);
    refuse(asked, problems);
    const note = textOf(order, 'note');
    const whole = lines.flatMap(({ article, quantity }) =>
      article === undefined ? [] : [{ article, quantity }],
    );
    return written(store.add({ customer, lines: whole, note: note === '' ? null : note }, now));
  },
  CancelOrder(asked, store) {
    const order = orderOf(asked, store);
    if (textOf(asked, 'reason') === '') refuse(asked, [['reason', 'Say why in a few words.']]);
    if (order.status === 'shipped' || order.status === 'cancelled')
      throw new ShopFault(
        `Order ${order.number} is ${order.status} and cannot be cancelled any more.`,
      );
    const change = { status: 'cancelled', note: textOf(asked, 'reason') } as const;
    return written(store.change(order.number, change) ?? order);
  },
  GetArticles: () =>
    articles
      .map(
        ({ sku, title, price }) =>
          `<article>${element('sku', sku)}${element('title', title)}${money('price', price)}</article>`,
      )
      .join(''),
};

/** The element of the answer. Throws a `ShopFault`. */
export function answerShop(asked: SoapNode, store: OrderStore, now: string): string {
  const isKnown = asked.space === shopSpace && Object.hasOwn(answers, asked.name);
  if (!isKnown) throw new ShopFault(`The shop has no operation "${asked.name}".`);
  const inside = answers[asked.name as ShopOperation](asked, store, now);
  return `<${asked.name}Response xmlns="${shopSpace}">${inside}</${asked.name}Response>`;
}

type Problem = readonly [place: string, words: string];

/** Places are said as XML says them: every step with its prefix, entries counted from one. */
function refuse(asked: SoapNode, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const listed = problems.map(([place, words]) => {
    const steps = [asked.name, ...place.split('/')].map((step) => `/shop:${step}`).join('');
    return `<shop:problem>${element('shop:field', steps)}${element('shop:message', words)}</shop:problem>`;
  });
  const count = problems.length === 1 ? 'One field' : `${String(problems.length)} fields`;
  throw new ShopFault(
    `${count} cannot be accepted.`,
    `<shop:Refused xmlns:shop="${shopSpace}">${listed.join('')}</shop:Refused>`,
  );
}

function orderOf(asked: SoapNode, store: OrderStore): ShopOrder {
  const number = textOf(asked, 'number');
  const order = store.find(number);
  if (order !== undefined) return order;
  throw new ShopFault(
    `Order not found`,
    `<shop:NotFound xmlns:shop="${shopSpace}">${element('shop:message', `There is no order ${number}.`)}</shop:NotFound>`,
  );
}

function customerIn(node: SoapNode | undefined): ShopCustomer {
  const said = (name: string): string => textOf(node, name);
  return {
    firstName: said('firstName'),
    lastName: said('lastName'),
    email: said('email'),
    city: said('city'),
    postalCode: said('postalCode'),
    country: said('country'),
  };
}

function written({ number, placedAt, status, customer, lines, note }: ShopOrder): string {
  const total = lines.reduce((sum, { article, quantity }) => sum + article.price * quantity, 0);
  const who = Object.entries(customer)
    .map(([name, value]) => element(name, value as string))
    .join('');
  const what = lines
    .map(
      ({ article, quantity }) =>
        `<line>${element('sku', article.sku)}${element('quantity', quantity)}${element('title', article.title)}${money('price', article.price)}</line>`,
    )
    .join('');
  const empty = '<note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
  return `<order>${element('number', number)}${element('placedAt', placedAt)}${element('status', status)}<customer>${who}</customer>${what}${money('total', total)}${note === null ? empty : `<note>${escapeXml(note)}</note>`}</order>`;
}

function money(name: string, euros: number): string {
  return `<${name} currency="EUR">${euros.toFixed(2)}</${name}>`;
}
