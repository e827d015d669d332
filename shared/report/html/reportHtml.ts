import type { Analysis } from '../../domain/analysis.ts';
import { FOOTER_TEXT } from '../../text/fixedTexts.ts';
import { certificateSection } from './certificateSection.ts';
import { findingsSection, type KeyPicture } from './findingsSection.ts';
import { glossarySection } from './glossarySection.ts';
import { html, trusted } from './markup.ts';
import { metricsSection } from './metricsSection.ts';
import { planSection } from './planSection.ts';
import { styleSheet } from './styleSheet.ts';

export interface ReportContext {
  readonly athleteName: string;
  /** ISO date of the session. */
  readonly sessionDate: string;
  readonly notes: string;
  readonly paper: 'a4' | 'letter';
  readonly pictures: readonly KeyPicture[];
}

/** The report as one self-contained page, the same on screen and on paper. */
export function reportHtml(analysis: Analysis, context: ReportContext): string {
  const title = `Running report – ${context.athleteName}`;
  const { session } = analysis;
  const facts = [
    context.sessionDate,
    session.speed_mps === null
      ? 'speed not told'
      : `${session.speed_mps.toFixed(1)} m/s (${(3.6 * session.speed_mps).toFixed(1)} km/h)`,
    session.athlete_height_m === null
      ? 'height not told'
      : `${Math.round(100 * session.athlete_height_m)} cm tall`,
    session.shoe ?? undefined,
    session.surface === 'unknown' ? undefined : session.surface,
  ].filter((fact) => fact !== undefined);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${trusted(styleSheet(context.paper))}</style>
</head>
<body>
<main>
<header class="cover">
<p class="brand">Midstance</p>
<h1>${context.athleteName}</h1>
<p class="facts">${facts.join(' · ')}</p>
${context.notes === '' ? null : html`<p class="notes">${context.notes}</p>`}
</header>
${findingsSection(analysis, context.pictures)}
${metricsSection(analysis.metrics)}
${analysis.plan ? planSection(analysis.plan) : null}
${certificateSection(analysis)}
${glossarySection(analysis)}
</main>
<footer><p>${FOOTER_TEXT}</p><p>Midstance ${analysis.provenance.app_version} · ${analysis.provenance.backend} ${analysis.provenance.model}</p></footer>
</body>
</html>
`;
  return page.markup;
}
