import type { Flow } from '../../../flow/index.ts';
import type { FlowToUse } from '../../state/flow-to-use.ts';
import database from './customers-to-database.json';
import deskTickets from './desk-tickets-to-crm.json';
import files from './files-to-crm.json';
import newsletter from './new-customers-to-newsletter.json';
import ordersInOneMail from './orders-in-one-mail.json';
import shopOrders from './shop-orders-to-crm.json';
import signUp from './sign-up-form-to-crm.json';
import signUpWithAnswer from './sign-up-with-answer.json';
import weekly from './weekly-newsletter-or-log.json';

// TypeScript reads JSON without its literal types; the test parses each file as a flow.
export const templates: readonly FlowToUse[] = [
  {
    name: 'flows.template-newsletter',
    text: 'flows.template-newsletter-text',
    flow: newsletter as unknown as Flow,
  },
  {
    name: 'flows.template-signup',
    text: 'flows.template-signup-text',
    flow: signUp as unknown as Flow,
  },
  {
    name: 'flows.template-files',
    text: 'flows.template-files-text',
    flow: files as unknown as Flow,
  },
  {
    name: 'flows.template-shop',
    text: 'flows.template-shop-text',
    flow: shopOrders as unknown as Flow,
  },
  {
    name: 'flows.template-desk',
    text: 'flows.template-desk-text',
    flow: deskTickets as unknown as Flow,
  },
  {
    name: 'flows.template-database',
    text: 'flows.template-database-text',
    flow: database as unknown as Flow,
  },
  {
    name: 'flows.template-weekly',
    text: 'flows.template-weekly-text',
    flow: weekly as unknown as Flow,
  },
  {
    name: 'flows.template-answer',
    text: 'flows.template-answer-text',
    flow: signUpWithAnswer as unknown as Flow,
  },
  {
    name: 'flows.template-mail',
    text: 'flows.template-mail-text',
    flow: ordersInOneMail as unknown as Flow,
  },
];
