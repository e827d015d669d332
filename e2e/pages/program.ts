import { expect, type Locator, type Page } from '@playwright/test';

const DAY_LABEL = /^\w+day \d{4}-\d\d-\d\d$/;

/** The programme of an athlete as a coach uses it. */
export class Program {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From a session of the sample to the programme of its runner, who gets a name. */
  async openOfRunner(name: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Sample runner' }).first().click();
    await page.getByRole('button', { name: 'Edit athlete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await page.getByRole('link', { name: 'Programme' }).click();
    await expect(page.getByRole('heading', { name: 'No plan yet' })).toBeVisible();
  }

  async tab(name: 'Plan' | 'Tests' | 'Log'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  /** Fills the first trial of a test on both sides. */
  async fillTest(test: string, value: string): Promise<void> {
    const section = this.page.getByRole('region', { name: test, exact: true });
    for (const side of ['Left', 'Right']) {
      const field = section.getByRole('textbox', { name: new RegExp(`^${test}, ${side}(, trial 1)?$`) });
      await field.fill(value);
    }
  }

  /** A whole set of tests by an athlete who stands `stance` seconds on one leg, with nothing seen amiss. */
  async fillTests(stance: string): Promise<void> {
    const values: [string, string][] = [
      ['Single-leg stance', stance],
      ['Three-point balance', '20'],
      ['Arch stiffness', '9'],
      ['Toe strength', '60'],
      ['Ankle flexibility', '9'],
    ];
    for (const [test, value] of values) await this.fillTest(test, value);
    await this.page.getByLabel(/^Pain on the next morning/).fill('0');
    for (const side of ['left', 'right'])
      await this.page.getByLabel(`Wobble, ${side}`).selectOption('Not seen');
  }

  async saveTests(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Tests done' })).toBeVisible();
  }

  gate(phase: 2 | 3): Locator {
    return this.page.getByRole('region', { name: `Phase ${phase}`, exact: true });
  }

  /** Types the day at hand with the keyboard only: every exercise done. */
  async logDay(date: string, facts: { note?: string; sore?: string } = {}): Promise<void> {
    const { page } = this;
    const panel = page.getByRole('tabpanel', { name: 'Log' });
    await panel.getByLabel('Date').fill(date);
    await panel.getByRole('radio').first().focus();
    const rows = await panel.locator('form fieldset').count();
    for (let row = 0; row < rows; row += 1) await page.keyboard.press('d');
    if (facts.note !== undefined) await panel.getByLabel('Note').fill(facts.note);
    if (facts.sore !== undefined) {
      await panel.getByRole('button', { name: 'Add a sore place' }).click();
      await panel.getByLabel('How sore').fill(facts.sore);
    }
    const saved = page.waitForResponse((response) => response.url().endsWith('/rpc/program.saveLogEntries'));
    await panel.getByLabel('Effort').press('Enter');
    expect((await saved).ok()).toBe(true);
  }

  /** "Monday 2026-03-02" of every day of the week shown. */
  async dayLabels(): Promise<string[]> {
    const days = this.page.getByRole('region', { name: DAY_LABEL });
    const labels = await days.evaluateAll((all) => all.map((day) => day.getAttribute('aria-label') ?? ''));
    expect(labels).toHaveLength(7);
    return labels;
  }

  /** The first day of the week shown that asks for drills: a plan may begin on a day off, on which a calendar has nothing. */
  async firstDayOfDrills(): Promise<string> {
    expect(await this.dayLabels()).toHaveLength(7);
    const label = await this.daysToLock().first().getAttribute('aria-label');
    return label?.split(' ')[1] ?? '';
  }

  /** The days of the week shown that have drills and are not over. */
  private daysToLock(): Locator {
    return this.page
      .getByRole('region', { name: DAY_LABEL })
      .filter({ has: this.page.getByRole('button', { name: /^Lock the day/ }) });
  }

  /** Opens why the first drill of the week that answers a finding is there: the drill, and the links of its chain. */
  async whyOfAnswer(): Promise<{ drill: string; facts: Map<string, string> }> {
    const answers = await this.page.getByRole('region', { name: 'What this plan answers' }).innerText();
    for (const button of await this.page.getByRole('button', { name: /^Why / }).all()) {
      const drill = ((await button.getAttribute('aria-label')) ?? '').replace(/^Why /, '');
      if (!answers.includes(drill)) continue;
      await button.click();
      const terms = this.page.getByRole('dialog', { name: drill }).locator('dl');
      await expect(terms).toBeVisible();
      const [names, texts] = await Promise.all([
        terms.locator('dt').allInnerTexts(),
        terms.locator('dd').allInnerTexts(),
      ]);
      return { drill, facts: new Map(names.map((name, i) => [name, texts[i]?.trim() ?? ''])) };
    }
    throw new Error('no drill of the week answers a finding');
  }

  /** Locks the first day that can be, and unlocks it again: by the button, then by its key alone. */
  async lockByKey(): Promise<void> {
    const label = (await this.daysToLock().last().getAttribute('aria-label')) ?? '';
    const it = this.page.getByRole('region', { name: label, exact: true });
    await it.getByRole('button', { name: /^Lock the day/ }).click();
    await expect(it.getByText(/^Locked/)).toBeVisible();
    await it.getByRole('button', { name: /^Unlock the day/ }).focus();
    await this.page.keyboard.press('l');
    await expect(it.getByText(/^Locked/)).toBeHidden();
  }
}
