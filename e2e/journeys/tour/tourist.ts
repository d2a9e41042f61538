import { expect, type Locator, type Page } from '@playwright/test';
import { german } from '../../../src/words/de/index.ts';
import { english } from '../../../src/words/en/index.ts';
import type { WordCode } from '../../../src/words/index.ts';
import type { Language } from '../../../src/words/language.ts';
import { goToKept } from '../kept-flow.ts';

import { guide as germanGuide } from '../../../src/words/de/guide.ts';
import { guide as englishGuide } from '../../../src/words/en/guide.ts';
import type { GuideWord } from '../../../src/words/guide.ts';

type Role = Parameters<Page['getByRole']>[0];
/** Lessons have words of their own. */
type Code = WordCode | `guide.${GuideWord}`;
type Blanks = Readonly<Record<string, string | number>>;

/** Somebody who goes through all screens, in whichever language they are. */
export class Tourist {
  readonly page: Page;
  readonly language: Language;
  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  /** A sentence of the page; `{{blanks}}` are filled. */
  say(code: Code, blanks: Blanks = {}): string {
    return this.#sentence(code).replace(/\{\{(\w+)(?:, number)?\}\}/g, (_blank, name: string) =>
      String(blanks[name] ?? ''),
    );
  }
  /** A sentence with anything in its blanks; what stands behind it does not count. */
  like(code: Code): RegExp {
    const parts = this.#sentence(code).split(/\{\{[^}]+\}\}/);
    return new RegExp(`^${parts.map(escaped).join('.+')}`);
  }
  role(role: Role, code: Code, blanks?: Blanks, within: Page | Locator = this.page): Locator {
    const name = blanks === undefined ? this.like(code) : this.say(code, blanks);
    return within.getByRole(role, { name, exact: true });
  }
  button = (code: Code, blanks?: Blanks, within?: Page | Locator): Locator =>
    this.role('button', code, blanks, within);
  async press(code: Code, blanks?: Blanks, within?: Page | Locator): Promise<void> {
    await this.button(code, blanks, within).first().click();
  }
  /** Opens a menu by its button and takes an item of it. */
  async choose(menu: Code, item: Code): Promise<void> {
    await this.press(menu);
    await this.role('menuitem', item).click();
  }
  readonly dialog = (): Locator => this.page.getByRole('dialog').last();
  async seeDialog(): Promise<void> {
    await expect(this.dialog()).toBeVisible();
  }
  /** By Ctrl+K, a letter that much has. */
  async findSomething(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.dialog().getByRole('combobox').fill('e');
    await expect(this.dialog().getByRole('option').first()).toBeVisible();
  }
  /** Closes what is open, and waits until it is gone. */
  async close(): Promise<void> {
    await this.#closeAll(this.page.getByRole('dialog'));
  }
  async closeMenu(): Promise<void> {
    await this.#closeAll(this.page.getByRole('menu'));
  }
  /** What has only just been opened may not hear a key yet; one that it heard is not pressed twice. */
  async #closeAll(opened: Locator): Promise<void> {
    await expect(async () => {
      if ((await opened.count()) > 0) await this.page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0, { timeout: 5_000 });
    }).toPass();
  }
  /** Hands a file to whatever asks for one when the button is pressed. */
  async give(button: Code, name: string, text: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.press(button, undefined, this.dialog()),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }
  /** Keeps a flow by the import, from wherever the page is; the flow is open then. */
  async import(text: string): Promise<void> {
    await this.page.goto('/');
    await this.press('flows.import');
    await this.give('flows.choose-file', 'flow.json', text);
    await this.press('flows.import-now', undefined, this.dialog());
    await expect(this.step(1)).toBeVisible();
  }
  /** Opens a flow, the only one that the browser keeps from now on. */
  async keep(text: string): Promise<void> {
    await goToKept(this.page, text);
    await expect(this.step(1)).toBeVisible();
  }
  /** Opens a flow that the browser keeps, from wherever the page is. */
  async open(name: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.step(1)).toBeVisible();
  }
  /** A step of the canvas by its place in the flow. */
  step(number: number): Locator {
    const start = this.say('canvas.step-label', { number });
    return this.page
      .getByLabel(this.say('canvas.label'))
      .getByRole('button', { name: new RegExp(`^${escaped(start)}`) });
  }
  async openStep(number: number): Promise<void> {
    await this.press('canvas.fit');
    await this.step(number).click();
    await expect(this.panel()).toBeVisible();
  }
  readonly panel = (): Locator =>
    this.page.getByRole('region', { name: this.say('inspector.panel'), exact: true });
  async tab(
    name: 'operation' | 'credential' | 'settings' | 'mapping' | 'condition' | 'branches' | 'test',
  ): Promise<void> {
    const tab = this.panel().getByRole('tab', {
      name: new RegExp(`^${escaped(this.say(`inspector.tab-${name}`))}`),
    });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
  readonly run = (): Locator =>
    this.page.getByRole('region', { name: this.say('common.run-panel'), exact: true });

  #sentence(code: Code): string {
    const [area = '', key = ''] = code.split('.');
    const words =
      this.language === 'de'
        ? { ...german, guide: germanGuide }
        : { ...english, guide: englishGuide };
    const texts = (words as Readonly<Record<string, Readonly<Record<string, string>>>>)[area];
    const sentence = texts?.[key] ?? texts?.[`${key}_other`];
    if (sentence === undefined) throw new Error(`${this.language} has no sentence ${code}`);
    return sentence;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
