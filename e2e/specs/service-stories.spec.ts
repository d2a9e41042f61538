import type { Locator, Page } from '@playwright/test';
import { onlyFlow } from '../browser-store.ts';
import { expect, test as base, type App } from '../fixtures.ts';
import { allowAtService, signInWindow } from '../journeys/sign-in-window.ts';
import { listenForSecrets } from '../secrets.ts';
import { serviceStories, type ServiceStory, type StoryStep } from '../service-stories.ts';
import { standIn, type StoodInServices } from '../stood-in-services.ts';

const test = base.extend<{ story: ServiceStory; services: StoodInServices }>({
  story: [serviceStories[0] as ServiceStory, { option: true }],
  services: async ({ story }, use) => {
    const services = await standIn(story.answers);
    await use(services);
    await services.close();
  },
  baseURL: ({ services }, use) => use(services.url),
});

for (const story of serviceStories)
  test.describe(story.category, () => {
    test.use({ story });

    test(`S2: a flow from ${namesOf(story)} is connected, chosen by name, filled in, tried and exported`, async ({
      app,
      services,
    }) => {
      test.setTimeout(180_000);
      const { page, flows, canvas, mapper, run } = app;
      const ears = listenForSecrets(page, services.folder);
      await flows.open();
      if (story.template === undefined) await flows.startEmpty();
      else
        await test.step('the templates are narrowed to a service', async () => {
          const services = page.getByRole('group', { name: 'Templates with this service' });
          await services.getByRole('button', { name: story.steps.at(-1)?.service ?? '' }).click();
          await expect(page.getByRole('button', { name: /^New GitHub issues/ })).toBeHidden();
          await flows.startFromTemplate(story.template ?? '');
        });

      for (const step of story.steps)
        await test.step(`${step.service} is connected, and what it has is chosen by name`, async () => {
          if (step.does === undefined) await canvas.step(step.number, step.service).click();
          else await addStep(app, step);
          await signIn(app, step);
          await expect(page.getByText(step.proof).first()).toBeVisible();
          await chooseByName(app, step);
        });

      if (story.matched !== undefined)
        await test.step('names fill the fields', async () => {
          await app.step.open('Mapping');
          await mapper.matchByName();
          await mapper.useMatches();
          for (const [field, pill] of Object.entries(story.matched ?? {}))
            await expect(mapper.pill(field, pill).first()).toBeVisible();
        });

      await test.step('what would be sent is shown; after the OK it arrives as its service takes it', async () => {
        await run.test('Try with 1');
        await run.held().getByRole('button', { name: 'Send 1' }).click();
        await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
          /^Done.*1 done/s,
        );
        const came = Object.keys(story.answers).flatMap((id) => services.received(id));
        expect(came.filter(({ refused }) => refused !== undefined)).toEqual([]);
        const sent = came.filter(({ path }) => path.endsWith(story.arrives.at));
        expect(sent.map(({ body }) => body)).toEqual([story.arrives.body]);
      });

      await test.step('the document has what was chosen, by its name too; no key is anywhere', async () => {
        const { steps, credentials } = await onlyFlow(page);
        for (const name of story.steps.flatMap(chosenBy))
          expect(JSON.stringify(steps)).toContain(JSON.stringify(name));
        expect(credentials).toHaveLength(story.steps.length);
        await ears.expectNowhere(story.secrets);
      });
    });
  });

function namesOf({ steps }: ServiceStory): string {
  return steps.map(({ service }) => service).join(' to ');
}

const chosenBy = ({ settings = {}, field }: StoryStep): readonly string[] => [
  ...Object.values(settings),
  ...(field === undefined ? [] : [field[1]]),
];

async function addStep({ canvas, step }: App, { number, service, does = '' }: StoryStep) {
  await canvas.add(service);
  await expect(canvas.step(number, service)).toBeVisible();
  await step.chooseOperation(does);
}

async function signIn({ page, step, credential }: App, { service, way, signIn }: StoryStep) {
  await step.connect(service);
  const dialog = credential.whole();
  if (way !== undefined)
    await dialog.getByLabel('How do you sign in?').selectOption({ label: way });
  if (signIn === 'window') {
    const window = await signInWindow(page, async () => {
      await dialog.getByRole('button', { name: `Sign in with ${service}` }).click();
    });
    await allowAtService(window);
  } else {
    for (const [label, value] of Object.entries(signIn))
      await dialog.getByRole('textbox', { name: label }).fill(value);
    await credential.submit();
  }
  await credential.expectClosed();
}

async function chooseByName({ page, step, mapper }: App, { settings = {}, field }: StoryStep) {
  if (Object.keys(settings).length > 0) await step.open('Settings');
  for (const [label, option] of Object.entries(settings))
    await choose(
      page,
      step.whole().getByRole('combobox', { name: new RegExp(`^${label}( \\*)?$`) }),
      option,
    );
  if (field === undefined) return;
  await step.open('Mapping');
  await choose(page, mapper.field(field[0]).getByRole('combobox'), field[1]);
}

/** A short list is the system's own; one with more to say of each option opens on a press. */
async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await expect(box).toBeVisible();
  if (await box.evaluate((element) => element.tagName === 'SELECT'))
    await box.selectOption({ label: option });
  else {
    await box.click();
    await page.getByRole('option', { name: option }).click();
  }
}
