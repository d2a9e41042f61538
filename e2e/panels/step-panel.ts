import { expect, type Locator, type Page } from '@playwright/test';

export type Tab = 'Operation' | 'Credential' | 'Settings' | 'Mapping' | 'Condition' | 'Test';

export class StepPanel {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('region', { name: 'Step', exact: true });
  tab(name: Tab): Locator {
    return this.whole().getByRole('tab', { name: new RegExp(`^${name}`) });
  }
  async open(name: Tab): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
  }
  async chooseOperation(title: string): Promise<void> {
    await this.open('Operation');
    const choice = this.whole().getByRole('button', { name: title, exact: true });
    await choice.click();
    await expect(choice).toHaveAttribute('aria-pressed', 'true');
  }
  async connect(component: string): Promise<void> {
    await this.open('Credential');
    await this.whole()
      .getByRole('button', { name: `Connect ${component}` })
      .click();
  }
}
