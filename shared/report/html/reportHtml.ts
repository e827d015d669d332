import type { AlignmentDefinition } from '../../domain/alignment.ts';
import type { Analysis } from '../../domain/analysis.ts';
import { either, spokenLanguage, told } from '../../domain/language.ts';
import { findingsForAthlete } from '../../program/findings.ts';
import { dateText } from '../../text/dateText.ts';
import { FIXED } from '../../text/fixedTexts.ts';
import { SIDE_TEXTS } from '../../text/numberText.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { alignmentSection } from './alignmentSection.ts';
import { type By, byLine } from './byLine.ts';
import { certificateSection } from './certificateSection.ts';
import { coachSection } from './coachSection.ts';
import { findingsSection, type KeyPicture } from './findingsSection.ts';
import { glossarySection } from './glossarySection.ts';
import { logoPart } from './logoPart.ts';
import { html, type Markup, trusted } from './markup.ts';
import { metricsSection } from './metricsSection.ts';
import { type OwnPlan, ownPlanSection } from './ownPlanSection.ts';
import { planSection } from './planSection.ts';
import { styleSheet } from './styleSheet.ts';

export interface ReportContext extends By {
  readonly athleteName: string;
  /** ISO date of the session. */
  readonly sessionDate: string;
  readonly notes: string;
  /** Which "foot under the body" the coach goes by; null for none. */
  readonly houseDefinition: AlignmentDefinition | null;
  readonly paper: 'a4' | 'letter';
  readonly pictures: readonly KeyPicture[];
  /** Names of the clips of which there are no pictures, because their video is not there. */
  readonly missingVideos?: readonly string[];
  /** The plan that the athlete trains by stands in place of the one that the analysis proposes. */
  readonly ownPlan?: OwnPlan | undefined;
}

const SURFACES = told(
  { treadmill: 'treadmill', overground: 'overground' },
  { treadmill: 'Laufband', overground: 'draußen oder in der Halle' },
);

/** The report as one self-contained page, the same on screen and on paper. */
export function reportHtml(analysis: Analysis, context: ReportContext): string {
  const title = `${either('Running report', 'Laufbericht')} – ${context.athleteName}`;
  const { session } = analysis;
  const facts = [
    dateText(context.sessionDate),
    session.speed_mps === null
      ? either('speed not told', 'Tempo nicht genannt')
      : `${session.speed_mps.toFixed(1)} m/s (${(3.6 * session.speed_mps).toFixed(1)} km/h)`,
    session.athlete_height_m === null
      ? either('height not told', 'Größe nicht genannt')
      : `${Math.round(100 * session.athlete_height_m)} cm${either(' tall', ' groß')}`,
    session.shoe ?? undefined,
    session.surface === 'unknown' ? undefined : SURFACES[session.surface],
  ].filter((fact) => fact !== undefined);
  const by = byLine(context);
  const page = html`<!doctype html>
<html lang="${spokenLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${trusted(styleSheet(context.paper, context.accent))}</style>
</head>
<body>
<main>
<header class="cover">
${logoPart(context)}
<h1>${context.athleteName}</h1>
<p class="facts">${facts.join(' · ')}</p>
${by === '' ? null : html`<p class="facts">${by}</p>`}
${context.notes === '' ? null : html`<p class="notes">${context.notes}</p>`}
${missingPart(context)}
${seenPart(analysis)}
</header>
${certificateSection(analysis)}
${findingsSection(analysis, context.pictures)}
${metricsSection(analysis.metrics)}
${alignmentSection(analysis, context.houseDefinition)}
${planPart(analysis, context.ownPlan)}
${coachSection(analysis)}
${glossarySection(analysis)}
</main>
<footer><p>${FIXED.footer}</p><p>Midstance ${analysis.provenance.app_version} · ${analysis.provenance.backend} ${analysis.provenance.model}</p></footer>
</body>
</html>
`;
  return page.markup;
}

function missingPart({ missingVideos = [] }: ReportContext): Markup | null {
  if (missingVideos.length === 0) return null;
  const names = missingVideos.join(', ');
  const text = either(
    `Without pictures, because the video is not there: ${names}.`,
    `Ohne Bilder, weil das Video nicht da ist: ${names}.`,
  );
  return html`<p class="facts">${text}</p>`;
}

/** What was found, in its headings, so that the first page says it. */
function seenPart({ findings }: Analysis): Markup | null {
  const ordered = findingsForAthlete(findings);
  if (ordered.length === 0) return null;
  return html`<h2>${either('In short', 'Kurz gesagt')}</h2><ul class="seen">${ordered.map(
    ({ rule, side }) =>
      html`<li>${ruleText(rule).title}${side === null ? '' : ` (${SIDE_TEXTS[side].toLowerCase()})`}</li>`,
  )}</ul>`;
}

function planPart({ plan }: Analysis, ownPlan: OwnPlan | undefined): Markup | null {
  if (ownPlan !== undefined) return ownPlanSection(ownPlan);
  return plan ? planSection(plan) : null;
}
