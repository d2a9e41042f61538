import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { listenForSecrets } from '../secrets.ts';
import { senders, type SignedSender } from '../signed-sender.ts';

for (const sender of senders)
  test(`S3 S4: a call that is ${lowered(sender.way)} starts the flow and is answered; a wrong one is not heard of, the same one twice is one`, async ({
    app,
  }) => {
    test.setTimeout(150_000);
    const { page, flows, canvas, step, run } = app;
    const ears = listenForSecrets(page);
    await flows.open();
    await flows.startEmpty();
    await canvas.add('Webhook');
    await canvas.add('Reply');
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(1, 'Webhook').click();
    await connect(app, sender);

    await step.open('Operation');
    await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
    const address = step.whole().getByRole('textbox', { name: 'Send data to this address' });
    await expect(address).toHaveValue(/\/hooks\//);
    const url = await address.inputValue();
    const call = async (name: string, data: object, signed: object = data) => {
      const body = JSON.stringify(data);
      const headers = sender.sign(name, JSON.stringify(signed));
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
      return { status: answer.status, text: await answer.text() };
    };

    await test.step('who signs something else is refused, and the flow does not hear of it', async () => {
      const { status, text } = await call('one', { total: 999 }, { total: 1 });
      expect(status).toBe(401);
      expect(text).not.toContain(sender.secret);
      await expect(step.whole()).toContainText('Waiting for data…');
      await expect(run.whole()).not.toContainText('999');
    });

    await test.step('who signs it right hears the flow’s answer', async () => {
      expect(await call('one', { total: 1 })).toEqual({ status: 200, text: '{"total":1}' });
      await expect(step.whole().getByRole('region', { name: 'What came in last' })).toContainText(
        '"total": 1',
      );
      await expect(run.step(2, 'Reply')).toContainText('1 done');
    });

    await test.step('the same call again starts nothing, another one does', async () => {
      expect(await call('one', { total: 1 })).toEqual({ status: 202, text: '' });
      expect(await call('two', { total: 2 })).toEqual({ status: 200, text: '{"total":2}' });
      await expect(step.whole().getByRole('region', { name: 'What came in last' })).toContainText(
        '"total": 2',
      );
      await run.whole().getByRole('button', { name: 'Earlier runs' }).click();
      await expect(run.whole().getByRole('button', { name: /^Look at the run from/ })).toHaveCount(
        2,
      );
      await expectAccessible(page);
    });

    const flow = await onlyFlow(page);
    expect(flow.start).toEqual({ kind: 'webhook' });
    expect(flow.credentials).toMatchObject([{ component: 'catalog:webhook' }]);
    await ears.expectNowhere([sender.secret]);
  });

async function connect({ step, credential }: App, { way, secret }: SignedSender): Promise<void> {
  await step.connect('Webhook');
  const form = credential.whole();
  await form.getByLabel('How do you sign in?').selectOption(way);
  await form.getByLabel('Signing secret').fill(secret);
  await credential.submit();
  await credential.expectClosed();
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
