import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../domain/language.ts';
import { generatePlan } from '../../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS, EQUIPMENT } from '../../program/planInput.ts';
import { FIXED_TEXTS, forbiddenWords } from '../../text/fixedTexts.ts';
import { readingGrade } from '../../text/readingGrade.ts';
import { beatFiles, cadenceWeeks } from './cadenceWork.ts';
import { type PacketOptions, packetFor } from './packet.ts';
import { distanceText, inUnits } from './packetUnits.ts';

const whole = { ...DEFAULT_PLAN_OPTIONS, findings: [], openPhase: 3, equipment: EQUIPMENT } as const;
const dated = generatePlan({ ...whole, startDate: '2026-03-02', cadenceSpm: 168 });
const undated = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: null });
const options: PacketOptions = {
  athleteName: 'A. <Runner>',
  coachName: 'Sam',
  clubLine: 'Harriers',
  units: 'metric',
  paper: 'a4',
  largePrint: false,
};
const sentences = (page: string): string[] =>
  page
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '')
    .replace(/<\/(p|li|h\d|th|td|tr)>/g, '.\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;|&#\d+;/g, '')
    .split('\n')
    .filter((text) => !FIXED_TEXTS.some((fixed) => text.includes(fixed)));

describe('packet', () => {
  const page = packetFor(dated, options);

  it('is one page without scripts and without anything from outside, names escaped', () => {
    expect(page).not.toMatch(/<script|(src|href)=|url\(|@import/);
    expect(page).toContain('A. &lt;Runner&gt;');
    expect(page).not.toMatch(/NaN|undefined|\[object/);
    expect(page).toContain('2 Mar 2026 to 26 Apr 2026, 8 weeks · Coach: Sam · Harriers');
  });

  it('has a card with a drawing for every drill, and a box for every time it is planned', () => {
    const items = dated.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
    expect(page.match(/<svg class="drawing"/g)).toHaveLength(
      new Set(items.map(({ exercise }) => exercise)).size,
    );
    expect(page.match(/class="box"/g)).toHaveLength(items.length);
    expect(page.match(/How hard \(0 to 10\)/g)).toHaveLength(dated.weeks.length);
  });

  it('holds the notices word for word and nothing that the wording rules forbid', () => {
    for (const text of [FIXED_TEXTS[0], FIXED_TEXTS[2]]) expect(page).toContain(text);
    expect(forbiddenWords(page)).toEqual([]);
  });

  it('reads at an age of about 12', () => {
    expect(readingGrade(sentences(page))).toBeLessThan(6);
  });

  it('tells the beat of every week, or how to find it', () => {
    for (const { week, target } of cadenceWeeks(dated))
      expect(page).toContain(
        `<td>${week}</td><td>${target.spm}</td><td>${Math.round(100 * target.beat_share)} %</td>`,
      );
    expect(cadenceWeeks(dated).length).toBeGreaterThan(3);
    expect(packetFor(generatePlan({ ...whole, startDate: null }), options)).toContain('not known yet');
  });

  it('has a sound file for every rhythm of the plan and names it in its week', () => {
    const files = beatFiles(dated);
    expect(files.flatMap(({ weeks }) => weeks)).toEqual(cadenceWeeks(dated).map(({ week }) => week));
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(files.length).toBeGreaterThan(3);
    for (const { name, weeks, track } of files) {
      expect(name).toBe(`metronome-week-${weeks.join('-')}-${track.spm}-steps-a-minute.wav`);
      expect(page.match(new RegExp(`>${name}<`, 'g'))).toHaveLength(weeks.length);
      expect(track.beatShare).toBeLessThanOrEqual(1);
    }
    expect(beatFiles(undated)).toEqual([]);
  });

  it('goes without dates, marks light weeks, and says which weeks are a plan only', () => {
    const open = packetFor(undated, { ...options, coachName: '', clubLine: '' });
    expect(open).toContain('Write the date of your first day here');
    expect(open).not.toMatch(/\b202\d\b/);
    expect(open.match(/\(lighter\)/g)).toHaveLength(undated.weeks.filter(({ light }) => light).length);
    const later = generatePlan({ ...whole, openPhase: 1, startDate: null });
    expect(packetFor(later, options).match(/This part is a plan only/g) ?? []).toHaveLength(
      later.weeks.filter(({ provisional }) => provisional).length,
    );
  });

  it('tells distances in the units of the reader', () => {
    expect(distanceText(60, 'imperial')).toBe('65 yd');
    expect(inUnits('Run sixty metres, then 80 metres. Jog the last metres.', 'imperial')).toBe(
      'Run 65 yards, then 85 yards. Jog the last yards.',
    );
    const imperial = packetFor(dated, { ...options, units: 'imperial' });
    expect(imperial).not.toMatch(/\d m\b|metres/);
  });

  it('is set larger on wish, and for the paper at hand', () => {
    expect(packetFor(dated, { ...options, largePrint: true })).toContain('font: 18pt');
    expect(packetFor(dated, { ...options, paper: 'letter' })).toContain('size: letter');
  });

  it('is told in German as a whole', () => {
    const german = inLanguage('de', () => packetFor(dated, options));
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('2. März 2026 bis 26. Apr. 2026, 8 Wochen');
    const text = german.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');
    // Words that no German sentence has; names of files are the same in both.
    expect(
      text.replace(/metronome-week-\S+/g, '').match(/\b(the|and|with|your|week|foot|each|from)\b/gi) ?? [],
    ).toEqual([]);
    expect(forbiddenWords(german, 'de')).toEqual([]);
    expect(packetFor(dated, options)).toBe(page);
  });
});
