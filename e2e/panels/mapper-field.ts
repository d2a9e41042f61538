import { expect, type Locator, type Page } from '@playwright/test';
import type { Keyboard } from './keyboard.ts';

export type ModeName =
  | 'Fixed value'
  | 'From an earlier step'
  | 'Text with fields'
  | 'Value table'
  | 'Only if …'
  | 'Formula'
  | 'Leave out';

/** One field of a mapping form, with all its ways to be filled. */
export class MapperField {
  readonly #page: Page;
  readonly label: string;
  constructor(page: Page, label: string) {
    this.#page = page;
    this.label = label;
  }

  readonly whole = (): Locator =>
    this.#page
      .getByRole('region', { name: /^What .* needs$/ })
      .or(this.#page.getByRole('tabpanel', { name: /^What .* needs$/ }))
      .getByRole('group', { name: this.label, exact: true });
  /** Its box of words and pills, or its native text control. */
  readonly box = (): Locator =>
    this.whole().getByRole('textbox', { name: this.label, exact: true });
  readonly pill = (name: string | RegExp): Locator => this.whole().getByRole('button', { name });
  /** What comes out for the current sample. */
  readonly result = (): Locator => this.whole().getByLabel(/^Result: /);
  readonly modeButton = (): Locator =>
    this.whole().getByRole('button', { name: new RegExp(`^How to fill ${this.label}: `) });
  readonly dataSearch = (of = this.label): Locator =>
    this.whole().getByRole('combobox', { name: `Data for ${of}` });
  readonly row = (number: number): Locator =>
    this.whole().getByRole('group', { name: `Row ${number}`, exact: true });
  readonly case = (number: number): Locator =>
    this.whole()
      .getByRole('group', { name: `Case ${number}`, exact: true })
      .first();
  /** A control of a table's row, a case or a condition, by its name. */
  readonly part = (name: string): Locator => this.whole().getByLabel(name, { exact: true });

  async expectMode(mode: ModeName): Promise<void> {
    await expect(this.modeButton()).toHaveAccessibleName(`How to fill ${this.label}: ${mode}`);
  }
  async choose(mode: ModeName): Promise<void> {
    await this.modeButton().click();
    await this.#page.getByRole('menuitem', { name: mode }).click();
  }
  /** The same with keys alone: Alt+Down from inside the field, then down the menu. */
  async chooseByKeys(keys: Keyboard, mode: ModeName): Promise<void> {
    await keys.press('Alt+ArrowDown');
    await keys.walk('ArrowDown', this.#page.getByRole('menuitem', { name: mode }));
    await keys.press('Enter');
  }
  /** Types data's name where data is searched, and takes the first that fits. */
  async pickByKeys(keys: Keyboard, name: string): Promise<void> {
    await keys.type(name);
    const offered = this.#page.getByRole('listbox');
    await expect(offered.getByRole('option').first()).toContainText(name);
    await keys.press('Enter');
    await expect(offered).toBeHidden();
  }
  /** Says yes to what a change of mode would take out of the flow. */
  async agree(): Promise<void> {
    await this.whole()
      .getByRole('alert')
      .getByRole('button', { name: /^Change to/ })
      .click();
  }
}
