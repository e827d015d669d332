import { either, spokenLanguage } from '../../domain/language.ts';
import type { Plan } from '../../domain/plan.ts';
import { addDays } from '../../program/calendar.ts';
import { drillChain } from '../../program/chain.ts';
import { LIBRARY, type Library } from '../../program/library.ts';
import { whyText } from '../../text/chainText.ts';
import { dateText } from '../../text/dateText.ts';
import { FIXED } from '../../text/fixedTexts.ts';
import { PACKET_TEXTS as TEXTS } from '../../text/packetTexts.ts';
import { planNoteText } from '../../text/planTexts.ts';
import { type By, byLine } from '../html/byLine.ts';
import { logoPart } from '../html/logoPart.ts';
import { html, type Markup, trusted } from '../html/markup.ts';
import { beatFiles, cadenceWeeks } from './cadenceWork.ts';
import { cardPart } from './cardPart.ts';
import { type PacketLook, packetStyle } from './packetStyle.ts';
import { inUnits, type Units } from './packetUnits.ts';
import { weekPart } from './weekPart.ts';

export interface PacketOptions extends PacketLook, By {
  readonly athleteName: string;
  readonly units: Units;
  readonly library?: Library;
}

/**
 * A plan as the athlete takes it home: one page without scripts or anything from outside, the same on screen and on paper.
 * Any plan, dated or not.
 */
export function packetFor(plan: Plan, options: PacketOptions): string {
  const library = options.library ?? LIBRARY;
  const { units } = options;
  const used = [
    ...new Set(
      plan.weeks.flatMap(({ days }) => days.flatMap(({ items }) => items.map(({ exercise }) => exercise))),
    ),
  ];
  const page = html`<!doctype html>
<html lang="${spokenLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${TEXTS.title} – ${options.athleteName}</title>
<style>${trusted(packetStyle(options))}</style>
</head>
<body>
<main>
<header>${logoPart(options)}
<h1>${TEXTS.title}: ${options.athleteName}</h1>
<p class="facts">${coverLine(plan, options)}</p>
${plan.start_date === null ? html`<p>${TEXTS.undated} <span class="line"></span></p>` : null}</header>
<section class="safety"><h2>${TEXTS.safetyTitle}</h2><p>${FIXED.planSafety}</p></section>
${whyPart(plan, library, units)}
<section class="drills"><h2>${TEXTS.cardsTitle}</h2><p>${TEXTS.rest}</p>${used.map((id) => cardPart(id, plan, library, units))}</section>
${beatPart(plan, library)}
<section><h2>${TEXTS.offTitle}</h2><p>${TEXTS.offHow}</p></section>
<section><h2>${TEXTS.retestTitle}</h2><p>${retestText(plan)} ${TEXTS.coachQuestion}</p></section>
<section class="weeks"><h2>${TEXTS.weeksTitle}</h2><p>${TEXTS.logHow}</p>${plan.weeks.map((week) => weekPart(week, plan, library, units))}</section>
</main>
<footer><p>${FIXED.footer}</p></footer>
</body>
</html>
`;
  return page.markup;
}

function coverLine(plan: Plan, by: By): string {
  const weeks = `${plan.weeks.length} ${either('weeks', 'Wochen')}`;
  const span =
    plan.start_date === null
      ? weeks
      : `${dateText(plan.start_date)} ${either('to', 'bis')} ${dateText(addDays(plan.start_date, 7 * plan.weeks.length - 1))}, ${weeks}`;
  return [span, byLine(by)].filter((part) => part !== '').join(' · ');
}

/** One sentence for each thing that the plan answers, and what the plan has to say for itself. */
function whyPart(plan: Plan, library: Library, units: Units): Markup {
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  const reasons = plan.priorities.flatMap((rule) => {
    const item = items.find(({ why }) => why.kind === 'finding' && why.rule === rule);
    const chain = item && drillChain(plan, item);
    return chain ? [inUnits(whyText(chain, library), units)] : [];
  });
  return html`<section><h2>${TEXTS.whyTitle}</h2>
${reasons.length === 0 ? html`<p>${TEXTS.noPriority}</p>` : html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${plan.notes.filter(({ code }) => code !== 'no_priority').map((note) => html`<p>${planNoteText(note)}</p>`)}
</section>`;
}

/** The rhythm of every week with work to a beat; null for a plan without such work. */
function beatPart(plan: Plan, library: Library): Markup | null {
  const hasBeatWork = plan.weeks.some(({ days }) =>
    days.some(({ items }) => items.some(({ exercise }) => library.get(exercise).isCadenceWork === true)),
  );
  if (!hasBeatWork) return null;
  const weeks = cadenceWeeks(plan);
  if (weeks.length === 0)
    return html`<section class="beat"><h2>${TEXTS.beatTitle}</h2><p>${TEXTS.beatUnknown}</p></section>`;
  const files = beatFiles(plan);
  const rows = weeks.map(
    ({ week, target }) =>
      html`<tr><td>${week}</td><td>${target.spm}</td><td>${Math.round(100 * target.beat_share)} %</td><td class="file">${files.find((file) => file.weeks.includes(week))?.name ?? ''}</td></tr>`,
  );
  return html`<section class="beat"><h2>${TEXTS.beatTitle}</h2><p>${TEXTS.beatHow}</p>
<table><thead><tr><th scope="col">${either('Week', 'Woche')}</th><th scope="col">${either('Steps a minute', 'Schritte in der Minute')}</th><th scope="col">${either('Time with the beat', 'Zeit mit Takt')}</th><th scope="col">${either('Sound file', 'Tondatei')}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function retestText({ start_date, retest_after_weeks: weeks }: Plan): string {
  if (start_date === null)
    return either(
      `After ${weeks} weeks we film you again and repeat the tests.`,
      `Nach ${weeks} Wochen filmen wir dich noch einmal und wiederholen die Tests.`,
    );
  const day = dateText(addDays(start_date, 7 * weeks));
  return either(
    `On ${day} or soon after, we film you again and repeat the tests.`,
    `Am ${day} oder bald danach filmen wir dich noch einmal und wiederholen die Tests.`,
  );
}
