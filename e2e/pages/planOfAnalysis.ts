import type { Analysis } from '../../shared/domain/analysis.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { expect } from '../fixtures/test.ts';
import type { App } from './app.ts';
import { Program } from './program.ts';
import { checkTakeHome, takeHomeFiles } from './takeHome.ts';

/** What a plan of an analysis says of one drill. */
export interface WhyDrill {
  readonly drill: string;
  /** The sentence for the athlete. */
  readonly words: string;
}

/**
 * From the report of an analysed session to its plan: made, asked why, taken to the frame and back, locked, and handed over
 * as files. `by` is what the settings say of the coach.
 */
export async function planOfAnalysis(app: App, analysis: Analysis, by: string): Promise<WhyDrill> {
  const { page } = app;
  const program = new Program(page);
  await page.getByRole('link', { name: 'Programme' }).click();
  await page.getByRole('button', { name: 'Make the plan', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Week 1 Now/ })).toBeVisible();
  const firstDay = await program.firstDayOfDrills();

  const { drill, facts } = await program.whyOfAnswer();
  expect([...facts.keys()]).toEqual([
    ...['Seen in the video', 'Measured', 'Finding', 'Drill', 'Dose', 'Look again', 'For the athlete'],
  ]);
  expect(facts.get('Measured')).toMatch(/\d ± \d/);
  expect(facts.get('Drill')).toContain(drill);
  expect(facts.get('Dose')).toMatch(/^\d+ × \d+/);
  expect(facts.get('Look again')).toMatch(/^Film and test again on \d+ \w+ \d{4}\.$/);
  await expectAccessible(page);
  const words = facts.get('For the athlete') ?? '';
  expect(words.match(/\.(\s|$)/g)).toHaveLength(1);

  // The frame of the chain is the contact on the review screen, and the way back leads to the plan.
  const frame = Number(/^Frame (\d+)/.exec(facts.get('Seen in the video') ?? '')?.[1]);
  const contacts = analysis.events.filter(({ type }) => type === 'initial_contact');
  expect(contacts.map((contact) => contact.frame)).toContain(frame);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Frame ${frame} at` })
    .click();
  await expect.poll(() => app.frame()).toBe(frame);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Week 1' })).toBeVisible();

  await program.lockByKey();
  await checkTakeHome(page, await takeHomeFiles(page), { words: [words, by], firstDay });
  return { drill, words };
}
