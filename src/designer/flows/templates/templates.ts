import type { FlowToUse } from '../../state/flow-to-use.ts';
import type { TemplateTexts } from './in-language.ts';

/** What the templates say, by language; English stands in themselves. */
const textsIn: Readonly<Record<string, () => Promise<{ readonly default: TemplateTexts }>>> = {
  de: () => import('./texts/de.json'),
};

interface Shown extends Omit<FlowToUse, 'load'> {
  /** The name of its file. */
  readonly id: keyof typeof import('./template-flows.ts').templateFlows;
}

const shown: readonly Shown[] = [
  {
    id: 'new-customers-to-newsletter',
    name: 'flows.template-newsletter',
    text: 'flows.template-newsletter-text',
    way: ['catalog:crm', 'catalog:filter', 'catalog:newsletter'],
  },
  {
    id: 'sign-up-form-to-crm',
    name: 'flows.template-signup',
    text: 'flows.template-signup-text',
    way: ['catalog:webhook', 'catalog:filter', 'catalog:crm'],
  },
  {
    id: 'files-to-crm',
    name: 'flows.template-files',
    text: 'flows.template-files-text',
    way: ['catalog:sftp', 'catalog:sftp', 'catalog:csv', 'catalog:crm'],
  },
  {
    id: 'shop-orders-to-crm',
    name: 'flows.template-shop',
    text: 'flows.template-shop-text',
    way: ['catalog:soap', 'catalog:for-each', 'catalog:crm'],
  },
  {
    id: 'desk-tickets-to-crm',
    name: 'flows.template-desk',
    text: 'flows.template-desk-text',
    way: ['catalog:graphql', 'catalog:crm'],
  },
  {
    id: 'customers-to-database',
    name: 'flows.template-database',
    text: 'flows.template-database-text',
    way: ['catalog:crm', 'catalog:database'],
  },
  {
    id: 'weekly-newsletter-or-log',
    name: 'flows.template-weekly',
    text: 'flows.template-weekly-text',
    way: ['catalog:crm', 'catalog:router', 'catalog:newsletter', 'catalog:log'],
  },
  {
    id: 'sign-up-with-answer',
    name: 'flows.template-answer',
    text: 'flows.template-answer-text',
    way: ['catalog:webhook', 'catalog:crm', 'catalog:newsletter', 'catalog:join', 'catalog:reply'],
  },
  {
    id: 'orders-in-one-mail',
    name: 'flows.template-mail',
    text: 'flows.template-mail-text',
    way: [
      'catalog:soap',
      'catalog:for-each',
      'catalog:remove-duplicates',
      'catalog:collect',
      'catalog:csv',
      'catalog:email',
    ],
  },
  {
    id: 'shop-orders-to-sheet',
    name: 'flows.template-orders-sheet',
    text: 'flows.template-orders-sheet-text',
    way: ['catalog:shopify', 'catalog:remove-duplicates', 'catalog:google-sheets'],
  },
  {
    id: 'payments-to-sheet',
    name: 'flows.template-payments-sheet',
    text: 'flows.template-payments-sheet-text',
    way: ['catalog:stripe', 'catalog:filter', 'catalog:google-sheets'],
  },
  {
    id: 'contact-form-to-hubspot-and-slack',
    name: 'flows.template-form-hubspot',
    text: 'flows.template-form-hubspot-text',
    way: ['catalog:webhook', 'catalog:hubspot', 'catalog:slack'],
  },
  {
    id: 'contact-form-to-pipedrive-and-telegram',
    name: 'flows.template-form-pipedrive',
    text: 'flows.template-form-pipedrive-text',
    way: ['catalog:webhook', 'catalog:pipedrive', 'catalog:telegram'],
  },
  {
    id: 'hubspot-contacts-to-mailchimp',
    name: 'flows.template-hubspot-mailchimp',
    text: 'flows.template-hubspot-mailchimp-text',
    way: ['catalog:hubspot', 'catalog:filter', 'catalog:mailchimp'],
  },
  {
    id: 'salesforce-leads-to-mailchimp',
    name: 'flows.template-salesforce-mailchimp',
    text: 'flows.template-salesforce-mailchimp-text',
    way: ['catalog:salesforce', 'catalog:filter', 'catalog:mailchimp'],
  },
  {
    id: 'github-issues-to-slack',
    name: 'flows.template-github-slack',
    text: 'flows.template-github-slack-text',
    way: ['catalog:github', 'catalog:filter', 'catalog:remove-duplicates', 'catalog:slack'],
  },
  {
    id: 'jira-issues-to-telegram',
    name: 'flows.template-jira-telegram',
    text: 'flows.template-jira-telegram-text',
    way: ['catalog:jira', 'catalog:remove-duplicates', 'catalog:telegram'],
  },
  {
    id: 'stripe-invoices-to-xero',
    name: 'flows.template-stripe-xero',
    text: 'flows.template-stripe-xero-text',
    way: ['catalog:stripe', 'catalog:filter', 'catalog:xero'],
  },
  {
    id: 'square-invoices-to-xero',
    name: 'flows.template-square-xero',
    text: 'flows.template-square-xero-text',
    way: ['catalog:square', 'catalog:filter', 'catalog:remove-duplicates', 'catalog:xero'],
  },
  {
    id: 'mail-attachments-to-drive',
    name: 'flows.template-mail-drive',
    text: 'flows.template-mail-drive-text',
    way: ['catalog:gmail', 'catalog:gmail', 'catalog:google-drive'],
  },
  {
    id: 'mail-attachments-to-box',
    name: 'flows.template-mail-box',
    text: 'flows.template-mail-box-text',
    way: ['catalog:gmail', 'catalog:gmail', 'catalog:box'],
  },
];

export const templates: readonly FlowToUse[] = shown.map((each) => ({
  ...each,
  load: async (language) => {
    const [{ templateFlows }, texts] = await Promise.all([
      import('./template-flows.ts'),
      textsIn[language]?.(),
    ]);
    const flow = templateFlows[each.id];
    if (texts === undefined) return flow;
    const { inLanguage } = await import('./in-language.ts');
    return inLanguage(flow, texts.default);
  },
}));
