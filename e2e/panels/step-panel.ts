import { expect, type Locator, type Page } from '@playwright/test';

export type Tab =
  'Operation' | 'Credential' | 'Settings' | 'Mapping' | 'Condition' | 'Branches' | 'Test';

export class StepPanel {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('region', { name: 'Step', exact: true });
  tab(name: Tab): Locator {
    return this.whole().getByRole('tab', { name: new RegExp(`^${words[name]}`) });
  }
  async open(name: Tab): Promise<void> {
    await this.tab(name).click();
    await this.expectOpen(name);
  }
  async expectOpen(name: Tab): Promise<void> {
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
  }
  operation(title: string): Locator {
    return this.whole().getByRole('button', { name: title, exact: true });
  }
  /** Says what the step does; the panel then goes on to what is missing. */
  async chooseOperation(title: string): Promise<void> {
    await this.open('Operation');
    await this.operation(title).click();
    await expect(this.whole().getByText(`· ${title}`)).toBeVisible();
  }
  /** Opens the dialog, for a key that is typed. */
  async connect(component: string): Promise<void> {
    await this.open('Credential');
    await this.whole()
      .getByRole('button', { name: `Connect ${component}` })
      .click();
  }
  readonly sampleKey = () => this.whole().getByRole('button', { name: 'Use the sample key' });
  /** Connects a sample service with one press; the panel then goes on. */
  async useSampleKey(): Promise<void> {
    await this.open('Credential');
    await this.sampleKey().click();
  }
  /** The button below a part: what comes next. */
  next(name: string | RegExp): Locator {
    return this.whole().getByRole('button', { name });
  }
}

/** What the tabs are called on screen. */
const words: Readonly<Record<Tab, string>> = {
  Operation: 'Operation',
  Credential: 'Connect',
  Settings: 'Settings',
  Mapping: 'Fill in',
  Condition: 'Condition',
  Branches: 'Branches',
  Test: 'Test',
};
