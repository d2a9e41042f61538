import { expect } from '@playwright/test';
import { aFlow, aStep } from '../../flows/a-flow.ts';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

const accounts = aFlow('Services', [
  aStep('crm', 'CRM', 'crm/find-customers-by-status'),
  aStep('mail', 'Gmail', 'gmail/list-messages'),
  aStep('graph', 'GraphQL', 'graphql/read'),
  aStep('desk', 'HubSpot', 'hubspot/list-contacts'),
  aStep('text', 'Twilio', 'twilio/send-message'),
  aStep('rows', 'Database', 'database/find-rows'),
]);

/** Signing in to services, in every form. */
export const accountStops: Chapter = {
  title: 'accounts',
  stops: [
    {
      screen: 'connect a sample service',
      go: async (on) => {
        await on.keep(accounts);
        await connect(on, 1);
      },
    },
    {
      screen: 'a key that is refused',
      go: async (on) => {
        await on.dialog().locator('input').first().fill('not-a-key');
        await on.press('credentials.submit', {}, on.dialog());
        await expect(on.dialog().getByText(on.like('credentials.refused')).first()).toBeVisible();
      },
    },
    {
      screen: 'connected',
      go: async (on) => {
        await on.press('credentials.sample-use', undefined, on.dialog());
        await expect(on.page.getByRole('dialog')).toHaveCount(0);
        await on.tab('credential');
        await expect(on.panel().getByText('Ada Lovelace').first()).toBeVisible();
      },
    },
    {
      screen: 'menu of an account',
      go: async (on) => {
        await on.press('credentials.more', { name: 'CRM' }, on.panel());
        await expect(on.role('menuitem', 'credentials.delete')).toBeVisible();
      },
    },
    {
      screen: 'delete an account',
      go: async (on) => {
        await on.role('menuitem', 'credentials.delete').click();
        await on.seeDialog();
      },
    },
    {
      screen: 'sign-in that has to be set up (OAuth)',
      go: async (on) => {
        await on.close();
        await connect(on, 2);
        await expect(
          on
            .dialog()
            .getByText(/oauth\/callback/)
            .first(),
        ).toBeVisible();
      },
    },
    {
      screen: 'where to find a key',
      go: async (on) => {
        await on.close();
        await connect(on, 4);
        await on.dialog().getByText(on.say('credentials.where')).first().click();
      },
    },
    {
      screen: 'many ways to sign in',
      go: async (on) => {
        await on.close();
        await connect(on, 3);
      },
    },
    {
      screen: 'a database',
      go: async (on) => {
        await on.close();
        await connect(on, 6);
      },
    },
  ],
};

async function connect(on: Tourist, step: number): Promise<void> {
  await on.openStep(step);
  await on.tab('credential');
  await on
    .button('credentials.connect', undefined, on.panel())
    .or(on.button('credentials.connect-own', undefined, on.panel()))
    .first()
    .click();
  await on.seeDialog();
}
