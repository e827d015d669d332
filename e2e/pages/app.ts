import { expect, type Page } from '@playwright/test';

/** The app as a coach uses it: what can be seen and pressed, by its name. */
export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async acceptFirstRun(): Promise<void> {
    await this.page.getByRole('button', { name: 'I have read this' }).click();
    await expect(this.page.getByRole('heading', { name: 'Athletes', exact: true })).toBeVisible();
    await this.page.getByRole('button', { name: 'Skip the tour' }).click();
  }

  /** Brings in the clips that ship and waits for the session page. */
  async trySample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try with the sample' }).first().click();
    await expect(this.page.getByText('standing-rear.mp4').first()).toBeVisible({ timeout: 240_000 });
  }

  async addAthlete(name: string, heightCm: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add athlete' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByLabel(/^Height/).fill(heightCm);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }

  async addSession(speedKmh: string | undefined): Promise<void> {
    await this.page.getByRole('button', { name: 'New session' }).first().click();
    const dialog = this.page.getByRole('dialog');
    if (speedKmh !== undefined) await dialog.getByLabel(/^Speed/).fill(speedKmh);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }

  async importFiles(files: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Import clips' }).first().click();
    await (await chooser).setFiles(files);
  }

  /** Starts the analysis of the session at hand and waits for its end, with the real model. */
  async analyse(): Promise<void> {
    await this.page.getByRole('button', { name: 'Analyse', exact: true }).click();
    await expect(this.page.getByText('Analysed', { exact: false }).first()).toBeVisible({
      timeout: 1_200_000,
    });
    await expect(this.page.getByRole('button', { name: 'Analyse again' })).toBeVisible({
      timeout: 1_200_000,
    });
  }

  /** Puts a coach and a club on the report and the plan, and comes back. */
  async signPages(coach: string, club: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Coach’s name').fill(coach);
    await page.getByLabel('Club line').fill(club);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved').first()).toBeVisible();
    await page.goBack();
  }

  /** The fastest network, for tests of what comes after it. */
  async chooseFastestModel(): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Pose model').selectOption('Lite – fastest');
    await expect(page.getByText('Saved').first()).toBeVisible();
    await page.goBack();
  }

  async frame(): Promise<number> {
    return Number.parseInt((await this.page.getByTestId('frame').textContent()) ?? '', 10);
  }

  /** The other theme, once it is there whole: a picture taken meanwhile is neither. */
  async theme(colorScheme: 'dark' | 'light'): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await this.page.waitForFunction(
      (theme) =>
        document.documentElement.dataset['theme'] === theme &&
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      colorScheme,
    );
  }
}
