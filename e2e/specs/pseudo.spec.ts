import type { Page } from '@playwright/test';
import { EXERCISES } from '../../shared/program/data/exercises.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';

/** What is no text of the app: names, values, keys, months, the languages' own names. */
const DATA =
  /^(Midstance|m|mm|cm|ms|km\/h|mph|px|Ctrl|Shift|Enter|Esc|Space|Tab|Home|End|Del|Page|Arrow\w+|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|English|Deutsch|npm|start|[A-Z]\d*|\d\S*)$/;

/** Exercises are in the library, in its language. */
const NAMES = EXERCISES.map(({ name }) => name);

/** Words with two plain letters beside each other, in what is shown and what a screen reader says. */
const plainWords = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([data, known]) => {
      const isData = new RegExp(data);
      const texts = new Set<string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (
          (node.parentElement?.checkVisibility() || node.parentElement?.matches('option')) &&
          node.parentElement.closest('script, style') === null
        )
          texts.add(node.textContent ?? '');
      for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          texts.add(one.getAttribute(name) ?? '');
      return [...texts]
        .filter((text) => !known.includes(text))
        .filter((text) =>
          text
            .replaceAll(/Sample runner|\bSR\b|[\w-]+\.mp4|\/\S*midstance-e2e-\w+/g, '')
            .split(/[\s·,:;()“”"/+–-]+/)
            .some((word) => /[aceghiklnorstuyz]{2}/i.test(word) && !isData.test(word)),
        );
    },
    [DATA.source, NAMES] as const,
  );

/** What is cut off with nothing to say so, and what makes the page move sideways. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility() || one.closest('.visuallyHidden') !== null) continue;
      const style = getComputedStyle(one);
      const isCut = one.scrollWidth > one.clientWidth + 2;
      const isText = [...one.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent?.trim() !== '',
      );
      if (isCut && isText && style.textOverflow !== 'ellipsis' && style.overflowX !== 'visible')
        found.push(one.textContent ?? '');
    }
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the whole page');
    for (const one of document.querySelectorAll<HTMLElement>('button, a, select, input')) {
      const { right, left, width } = one.getBoundingClientRect();
      const isOut = left < -1 || right > window.innerWidth + 1;
      if (isOut && width > 1 && one.checkVisibility() && one.closest('.visuallyHidden') === null)
        found.push(`out of the window: ${one.textContent}`);
    }
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) found.push('the page');
    return found;
  });

test('every text is translated and has room: each screen in a language of longer words', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const { sessionId, clipIds, athleteId } = sample;
  const origin = new URL(page.url()).origin;
  const problems: Record<string, unknown> = {};
  const look = async (where: string): Promise<void> => {
    await page.waitForTimeout(400);
    const [plain, cut] = [await plainWords(page), await cutOff(page)];
    if (plain.length + cut.length > 0) problems[where] = { plain, cut };
  };
  const [clip = '', other = ''] = clipIds;
  const places = {
    library: '/',
    athlete: `/athletes/${athleteId}`,
    session: `/sessions/${sessionId}`,
    sessions: '/sessions',
    queue: '/queue',
    settings: '/settings',
    guide: '/guide',
    exercises: '/exercises',
    progress: `/progress/${athleteId}`,
    program: `/program/${athleteId}`,
    report: `/report/${sessionId}`,
    graphs: `/graphs/${clip}`,
    compare: `/compare/${clip}/${other}`,
    review: `/review/${clip}`,
  };
  /** Pages with tools or dialogs, and their keys. */
  const keys: Readonly<Record<string, readonly string[]>> = {
    library: ['n'],
    athlete: ['n'],
    review: ['w', 'p', 'd', 'y', 'Control+k', 'F10', '?'],
  };
  for (const [name, place] of Object.entries(places)) {
    await page.goto('about:blank');
    await page.goto(`${origin}/?pseudo#${place}`);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    // The front page leads on to where the coach was.
    if (place === '/') await page.getByRole('navigation').getByRole('link').first().click();
    await look(name);
    for (const key of keys[name] ?? []) {
      await page.keyboard.press(key);
      await look(`${name} ${key}`);
      await page.keyboard.press('Escape');
    }
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await look(`${name} ${await tab.textContent()}`);
    }
  }
  expect(problems).toEqual({});
});
