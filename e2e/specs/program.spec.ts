import { addDays, weekdayOf } from '../../shared/program/calendar.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { testToday } from '../fixtures/clock.ts';
import { ask, measure } from '../fixtures/drawnPose.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';
import { Program } from '../pages/program.ts';
import { checkTakeHome, takeHomeFiles } from '../pages/takeHome.ts';

const TODAY = testToday();
/** The next Monday: the session of the sample has the date of the tests, and the plan answers it. */
const START = addDays(TODAY, 8 - weekdayOf(TODAY));
const day = (n: number): string => addDays(START, n);
const NAME = 'Maximiliane Ünïcode-Überlängenname von der Straßenläuferin';

test('baseline, analysis, a plan that answers it, a change, pages taken home, two weeks of log, a hold with its reason, retest, gate, finished cycle', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const program = new Program(page);
  const goTo = async (n: number) => {
    await page.clock.setFixedTime(new Date(`${day(n)}T10:00:00`));
    await page.reload();
    await expect(page.getByRole('tab', { name: 'Plan' })).toBeVisible();
  };
  const session = page.url();
  await program.openOfRunner(NAME);
  const programme = page.url();
  await goTo(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Do the baseline' }).click();
  await page.getByRole('button', { name: 'New baseline' }).click();
  await expectAccessible(page);
  await program.fillTests('20');
  await program.saveTests();
  await expect(program.gate(2).getByText('Not met')).toHaveCount(2);

  await page.goto(session);
  const { sessionId } = sample;
  // What the method alone does not carry, the coach has confirmed on the frame.
  await ask(page, 'findings.confirm', { sessionId, rule: 'overstriding', side: null, confirmed: true });
  await measure(page, sessionId);
  await page.goto(programme);
  await page.reload();
  await page.getByRole('button', { name: 'Make the plan', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Week 1 Now/ })).toBeVisible();
  await expect(page.getByText(/Answers the session of/)).toBeVisible();
  await expectAccessible(page);
  await program.lockByKey();

  const changes = page.getByRole('button', { name: /^Change / });
  const name = ((await changes.first().getAttribute('aria-label')) ?? '').replace(/^Change /, '');
  await changes.first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What').selectOption('Take out');
  await dialog.getByLabel('Reason').fill('no room at home');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const inWeek = page.getByRole('region', { name: 'Week 1' }).getByRole('button', { name: `Why ${name}` });
  await expect(inWeek).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(inWeek.first()).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(inWeek).toHaveCount(0);
  const { facts } = await program.whyOfAnswer();
  expect(facts.get('Measured')).toMatch(/\d ± \d/);
  const words = facts.get('For the athlete') ?? '';
  await page.keyboard.press('Escape');
  const files = await takeHomeFiles(page, { largePrint: true });
  await checkTakeHome(page, files, { words: [words, NAME], firstDay: day(0) });
  await page.getByRole('button', { name: /^Week 8/ }).click();
  await expect(page.getByText(/opens when the gate|stays in phase/).first()).toBeVisible();

  await goTo(13);
  await program.tab('Log');
  for (let n = 0; n < 13; n += 1) await program.logDay(day(n));
  await program.logDay(day(13), { sore: '4', note: 'calf hurts a little' });
  await expect(page.getByRole('heading', { name: /says “hurts”. Is there pain\?/ })).toBeVisible();
  await program.tab('Plan');
  const held = page.getByText('The load is eased to 50 %.').locator('..');
  await expect(held).toContainText('calf');
  await app.theme('dark');
  await expectAccessible(page);
  await app.theme('light');
  // Nothing lies below the window: only the page in it scrolls.
  const below = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(below).toBeLessThanOrEqual(0);

  await goTo(14);
  await program.tab('Log');
  await page.getByRole('button', { name: 'No pain' }).click();
  await expect(page.getByRole('heading', { name: /Is there pain/ })).toBeHidden();
  await program.tab('Tests');
  await page.getByRole('button', { name: 'New retest' }).click();
  await program.fillTests('35');
  await program.saveTests();
  await expect(program.gate(2).getByText('Passed', { exact: true })).toBeVisible();

  await goTo(56);
  await page.getByRole('button', { name: 'Finish cycle' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finish cycle' }).click();
  const over = page.getByRole('region', { name: 'Before and after: cycle 1' });
  await expect(over.getByRole('row', { name: /Single-leg stance, Left 20 s 35 s/ })).toContainText('Better');
  await expect(page.getByRole('heading', { name: 'Plan cycle 2' })).toBeVisible();
  await expectAccessible(page);
});
