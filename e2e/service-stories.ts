/** One flow of each category of services: what they answer, and what a person does. */
import type { Json } from '../src/shared/index.ts';
import type { Answers } from './stood-in-services.ts';

export interface ServiceStory {
  readonly category: string;
  /** The name of a template; without one the steps are put down by hand. */
  readonly template?: string;
  readonly answers: Readonly<Record<string, Answers>>;
  readonly steps: readonly StoryStep[];
  /** Fields that the names fill, with what fills them. */
  readonly matched?: Readonly<Record<string, RegExp>>;
  readonly secrets: readonly string[];
  /** What comes to the last service, at the end of which path. */
  readonly arrives: { readonly at: string; readonly body: Json };
}

export interface StoryStep {
  readonly number: number;
  readonly service: string;
  /** Left out where a template says it. */
  readonly does?: string;
  /** The way to sign in where there are several, and the fields of its form; `window`: in a window of the service. */
  readonly way?: string;
  readonly signIn: Readonly<Record<string, string>> | 'window';
  readonly proof: string;
  /** Chosen by name from the service's own lists: settings, and a field of what the step needs. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly field?: readonly [label: string, option: string];
}

const stripeKey = 'sk_test_stood_in_51H0000000000';
const stripeAccount = { id: 'acct_1', settings: { dashboard: { display_name: 'Ada’s Shop' } } };
const stripeStep = {
  number: 1,
  service: 'Stripe',
  signIn: { 'Secret key': stripeKey },
  proof: 'Connected as Ada’s Shop, account acct_1',
} as const;

export const serviceStories: readonly ServiceStory[] = [
  {
    category: 'payments and accounting',
    template: 'Stripe invoices to Xero',
    answers: {
      stripe: {
        'GET /v1/account': stripeAccount,
        'GET /v1/invoices': {
          has_more: false,
          data: [
            {
              id: 'in_1',
              number: 'A-0001',
              status: 'open',
              total: 11_900,
              currency: 'eur',
              created: 1_769_851_800,
              customer_name: 'Grace Hopper',
            },
          ],
        },
      },
      xero: {
        'GET /connections': [
          { id: 'c1', tenantId: 't-maple', tenantType: 'ORGANISATION', tenantName: 'Maple Ltd' },
          { id: 'c2', tenantId: 't-oak', tenantType: 'ORGANISATION', tenantName: 'Oak & Sons' },
        ],
        'GET /api.xro/2.0/Accounts': { Accounts: [{ Code: '200', Name: 'Sales' }] },
        'PUT /api.xro/2.0/Invoices': {
          Invoices: [{ InvoiceID: 'i-1', InvoiceNumber: 'A-0001', Status: 'DRAFT' }],
        },
      },
    },
    steps: [
      stripeStep,
      {
        number: 3,
        service: 'Xero',
        signIn: 'window',
        proof: 'Connected to Maple Ltd',
        settings: { Company: 'Oak & Sons' },
      },
    ],
    secrets: [stripeKey],
    arrives: {
      at: '/Invoices',
      body: {
        Invoices: [
          {
            Type: 'ACCREC',
            Contact: { Name: 'Grace Hopper' },
            Status: 'DRAFT',
            Date: '2026-01-31',
            InvoiceNumber: 'A-0001',
            Reference: 'in_1',
            CurrencyCode: 'EUR',
            LineAmountTypes: 'Inclusive',
            LineItems: [{ Description: 'Stripe invoice A-0001', Quantity: 1, UnitAmount: 119 }],
          },
        ],
      },
    },
  },
  {
    category: 'chat, messaging and mail',
    answers: {
      telegram: {
        'GET /getMe': { ok: true, result: { id: 7, is_bot: true, first_name: 'Shop bot' } },
        'POST /getUpdates': {
          ok: true,
          result: [
            {
              update_id: 81_234,
              message: {
                message_id: 480,
                date: 1_769_851_800,
                chat: { id: 41, type: 'private', first_name: 'Ada' },
                from: { id: 41, is_bot: false, first_name: 'Ada' },
                text: 'Is it on its way?',
              },
            },
          ],
        },
      },
      slack: {
        'GET /api/auth.test': { ok: true, user: 'footbridge', team: 'Acme' },
        'GET /api/conversations.list': {
          ok: true,
          channels: [
            { id: 'C01ORDERS', name: 'orders' },
            { id: 'C02SUPPORT', name: 'support' },
          ],
        },
        'POST /api/chat.postMessage': { ok: true, channel: 'C02SUPPORT', ts: '1503435956.000247' },
      },
    },
    steps: [
      {
        number: 1,
        service: 'Telegram',
        does: 'Get new messages',
        signIn: { 'Bot token': '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw' },
        proof: 'Connected as Shop bot',
      },
      {
        number: 2,
        service: 'Slack',
        does: 'Send a message',
        way: 'Slack token',
        signIn: { 'Bot token': 'xoxb-stood-in-0123456789' },
        proof: 'Connected as footbridge, workspace Acme',
        field: ['Channel', 'support'],
      },
    ],
    matched: { Text: /^Text from Telegram/ },
    secrets: ['110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', 'xoxb-stood-in-0123456789'],
    arrives: {
      at: '/chat.postMessage',
      body: { channel: 'C02SUPPORT', text: 'Is it on its way?' },
    },
  },
  {
    category: 'sheets, drives, calendars and notes',
    template: 'Stripe payments to Google Sheets',
    answers: {
      stripe: {
        'GET /v1/account': stripeAccount,
        'GET /v1/charges': {
          has_more: false,
          data: [
            {
              id: 'ch_1',
              amount: 4990,
              amount_refunded: 0,
              currency: 'eur',
              created: 1_769_851_800,
              paid: true,
              refunded: false,
              status: 'succeeded',
              description: 'Order 1001',
              receipt_email: null,
            },
          ],
        },
      },
      'google-sheets': {
        'GET /drive/v3/about': { user: { emailAddress: 'ada@example.com' } },
        'GET /drive/v3/files': {
          files: [
            { id: 'sheet-2025', name: 'Payments 2025' },
            { id: 'sheet-2026', name: 'Payments 2026' },
          ],
        },
        'GET /v4/spreadsheets/sheet-2026': {
          sheets: [
            { properties: { sheetId: 0, title: 'Cash', index: 0 } },
            { properties: { sheetId: 1, title: 'Cards', index: 1 } },
          ],
        },
        'POST :append': {
          spreadsheetId: 'sheet-2026',
          updates: { updatedRange: 'Cards!A7:F7', updatedRows: 1, updatedCells: 6 },
        },
      },
    },
    steps: [
      stripeStep,
      {
        number: 3,
        service: 'Google Sheets',
        signIn: 'window',
        proof: 'Connected as ada@example.com',
        settings: { Spreadsheet: 'Payments 2026', Sheet: 'Cards' },
      },
    ],
    secrets: [stripeKey],
    arrives: {
      at: "/sheet-2026/values/'Cards'!A%3AZ:append",
      body: {
        values: [
          ['2026-01-31', 'Order 1001', '', 49.9, 'EUR', 'ch_1', ...Array<null>(20).fill(null)],
        ],
      },
    },
  },
  {
    category: 'issues, projects and meetings',
    answers: {
      github: {
        'GET /user': { login: 'ada' },
        'GET /user/repos': [{ full_name: 'acme/shop' }, { full_name: 'acme/website' }],
        'GET /repos/acme/website/issues': [
          {
            number: 1347,
            title: 'The form does not send',
            body: 'Since yesterday.',
            state: 'open',
            html_url: 'https://github.com/acme/website/issues/1347',
            user: { login: 'grace' },
            assignee: null,
            comments: 0,
            created_at: '2026-01-31T09:30:00Z',
            updated_at: '2026-01-31T09:30:00Z',
            closed_at: null,
          },
        ],
      },
      jira: {
        'GET /rest/api/3/myself': { displayName: 'Ada Weiß' },
        'GET /rest/api/3/project/search': {
          total: 2,
          values: [
            { id: '10000', key: 'WEB', name: 'Website' },
            { id: '10001', key: 'SHOP', name: 'Shop' },
          ],
        },
        'GET /rest/api/3/issuetype/project': [
          { id: '1', name: 'Bug' },
          { id: '2', name: 'Task' },
        ],
        'GET /rest/api/3/priority': [{ id: '3', name: 'Medium' }],
        'GET /rest/api/3/users/search': [],
        'POST /rest/api/2/issue': { id: '10042', key: 'WEB-42' },
      },
    },
    steps: [
      {
        number: 1,
        service: 'GitHub',
        does: 'List issues',
        signIn: { Token: 'ghp_stood_in_0123456789' },
        proof: 'Connected as ada',
        settings: { Repository: 'acme/website' },
      },
      {
        number: 2,
        service: 'Jira',
        does: 'Add an issue',
        way: 'Jira token',
        signIn: {
          'Name of your Jira': 'acme',
          'Your e-mail at Jira': 'ada@example.com',
          Token: 'ATATT-stood-in-0123456789',
        },
        proof: 'Connected as Ada Weiß',
        settings: { Project: 'Website', Type: 'Bug' },
      },
    ],
    matched: { Title: /^Title from GitHub/, Text: /^Text from GitHub/ },
    secrets: ['ghp_stood_in_0123456789', 'ATATT-stood-in-0123456789'],
    arrives: {
      at: '/rest/api/2/issue',
      body: {
        fields: {
          project: { id: '10000' },
          issuetype: { id: '1' },
          summary: 'The form does not send',
          description: 'Since yesterday.',
        },
      },
    },
  },
  {
    category: 'customers, shops and support',
    answers: {
      hubspot: {
        'GET /account-info/2026-09/details': { portalId: 4711 },
        'GET /crm/objects/2026-09/contacts': {
          results: [
            {
              id: '512',
              properties: {
                email: 'grace@example.com',
                firstname: 'Grace',
                lastname: 'Hopper',
                phone: '+1 202 555 0143',
              },
              createdAt: '2026-01-31T09:30:00Z',
              updatedAt: '2026-01-31T09:30:00Z',
              archived: false,
            },
          ],
        },
      },
      pipedrive: {
        'GET /v1/users/me': { success: true, data: { name: 'Ada', company_name: 'Acme' } },
        'GET /v1/users': {
          success: true,
          data: [
            { id: 2, name: 'Cleo Marsh', email: 'cleo@example.com', active_flag: true },
            { id: 3, name: 'Ben Roth', email: 'ben@example.com', active_flag: true },
          ],
        },
        'POST /api/v2/persons': { success: true, data: { id: 42, name: 'Grace Hopper' } },
      },
    },
    steps: [
      {
        number: 1,
        service: 'HubSpot',
        does: 'List contacts',
        signIn: { Key: 'pat-stood-in-0123456789' },
        proof: 'Connected to account 4711',
      },
      {
        number: 2,
        service: 'Pipedrive',
        does: 'Add a person',
        way: 'Pipedrive token',
        signIn: { Token: 'pipedrive-stood-in-0123456789' },
        proof: 'Connected as Ada, Acme',
        field: ['Who looks after it', 'Ben Roth'],
      },
    ],
    matched: { Name: /^First name/, 'E-mail': /^E-mail from HubSpot/ },
    secrets: ['pat-stood-in-0123456789', 'pipedrive-stood-in-0123456789'],
    arrives: {
      at: '/api/v2/persons',
      body: {
        name: 'Grace Hopper',
        emails: [{ value: 'grace@example.com', primary: true, label: 'work' }],
        phones: [{ value: '+1 202 555 0143', primary: true, label: 'work' }],
        owner_id: 3,
      },
    },
  },
];
