import type { Analysis, Finding, FindingEvidence } from '../../domain/analysis.ts';
import { either } from '../../domain/language.ts';
import { GUESS_STYLE, LEG_STYLE, SKELETON_COLOURS } from '../../picture/skeletonStyle.ts';
import { ruleById } from '../../program/data/rules.ts';
import { findingsForAthlete } from '../../program/findings.ts';
import { LIBRARY } from '../../program/library.ts';
import { noFindingsText } from '../../text/comparisonText.ts';
import { likelihoodText } from '../../text/likelihoodText.ts';
import { metricName } from '../../text/metricTexts.ts';
import { decimalsFor, estimateText, GRADE_TEXTS, SIDE_TEXTS } from '../../text/numberText.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { html, type Markup, trusted } from './markup.ts';

/** A still of a contact with the skeleton that was measured, for one finding. */
export interface KeyPicture {
  readonly rule: string;
  readonly clip: string;
  readonly frame: number;
  readonly time_s: number;
  /** JPEG or PNG as a data URL; faces are already blurred in it unless the athlete agreed to be shown. */
  readonly dataUrl: string;
  readonly width: number;
  readonly height: number;
  /** Lines of the skeleton in pixels of this picture. */
  readonly lines: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly near: boolean;
    /** False for a guess: drawn thin and dotted. */
    readonly isSure: boolean;
  }[];
}

export function findingsSection(analysis: Analysis, pictures: readonly KeyPicture[]): Markup {
  const ordered = findingsForAthlete(analysis.findings);
  if (ordered.length === 0)
    return html`<section><h2>${seenTitle()}</h2><p>${noFindingsText(analysis)}</p></section>`;
  return html`<section><h2>${seenTitle()}</h2>${ordered.map((finding) => findingBlock(finding, pictures))}</section>`;
}

const seenTitle = (): string => either('What was seen', 'Was zu sehen war');

function findingBlock(finding: Finding, pictures: readonly KeyPicture[]): Markup {
  const rule = ruleById(finding.rule);
  const text = ruleText(finding.rule);
  const side =
    finding.side === null ? '' : ` (${SIDE_TEXTS[finding.side].toLowerCase()}${either(' foot', '')})`;
  const tag =
    finding.priority === null
      ? likelihoodText(finding)
      : `${either('priority', 'Vorrang')} ${finding.priority}`;
  const now = finding.drills
    .filter(({ phase }) => phase === 1)
    .map(({ exercise }) => LIBRARY.get(exercise).name);
  const later = finding.drills
    .filter(({ phase }) => phase > 1)
    .map(({ exercise }) => LIBRARY.get(exercise).name);
  return html`<article class="finding">
<h3>${text.title}${side} <span class="tag">${tag}</span></h3>
<p>${text.athlete}</p>
${pictureRow(pictures.filter((picture) => picture.rule === finding.rule).slice(0, 2))}
<table><thead><tr><th>${either('Measured', 'Gemessen')}</th><th class="number">${either('Estimate', 'Schätzung')}</th><th class="number">${either('Typical at this speed', 'Üblich bei diesem Tempo')}</th><th class="number">${either('Steps', 'Schritte')}</th><th>${either('Grade', 'Güte')}</th></tr></thead>
<tbody>${finding.evidence.map(evidenceRow)}</tbody></table>
<p><strong>${either('To try:', 'Zum Probieren:')}</strong> ${rule.cue} <span class="soft">${rule.caution}</span></p>
${drillSentence(now, later)}
<p class="soft">${either('Source', 'Quelle')}: ${rule.source}.</p>
</article>`;
}

function drillSentence(now: readonly string[], later: readonly string[]): Markup {
  return html`<p><strong>${either('Drills:', 'Übungen:')}</strong> ${now.join(', ')}${later.length === 0 ? '' : `; ${either('when later phases open', 'wenn spätere Phasen offen sind')}: ${later.join(', ')}`}. ${either('Look again after 4 to 6 weeks.', 'Nach 4 bis 6 Wochen noch einmal schauen.')}</p>`;
}

function evidenceRow(evidence: FindingEvidence): Markup {
  const digits = decimalsFor(evidence.metric, evidence.total);
  const side = evidence.side === null ? '' : `, ${SIDE_TEXTS[evidence.side].toLowerCase()}`;
  const typical =
    evidence.norm_sd === 0
      ? `${either('limit', 'Grenze')} ${evidence.norm_mean}`
      : `${evidence.norm_mean.toFixed(digits)} (${(evidence.norm_mean - evidence.norm_sd).toFixed(digits)} ${either('to', 'bis')} ${(evidence.norm_mean + evidence.norm_sd).toFixed(digits)})`;
  return html`<tr><td>${metricName(evidence.metric)}${side}</td><td class="number">${estimateText(evidence)}</td><td class="number">${typical}</td><td class="number">${evidence.n}</td><td>${GRADE_TEXTS[evidence.grade]}</td></tr>`;
}

function pictureRow(pictures: readonly KeyPicture[]): Markup | null {
  if (pictures.length === 0) return null;
  return html`<div class="pictures">${pictures.map(
    (picture) =>
      html`<figure><div class="frame"><img src="${picture.dataUrl}" alt="${either(`Contact frame ${picture.frame} with the measured skeleton`, `Kontaktbild ${picture.frame} mit dem gemessenen Skelett`)}">${skeleton(picture)}</div><figcaption>${either('Contact at', 'Kontakt bei')} ${picture.time_s.toFixed(2)} s, ${either('frame', 'Bild')} ${picture.frame}</figcaption></figure>`,
  )}</div>`;
}

function skeleton({ width, height, lines }: KeyPicture): Markup {
  const strokes = lines.map(({ x1, y1, x2, y2, near, isSure }) => {
    const at = [x1, y1, x2, y2].map((value) => value.toFixed(1));
    const leg = near ? 'near' : 'far';
    const { widthPx, dash } = isSure ? LEG_STYLE[leg] : GUESS_STYLE;
    const style = `stroke="${SKELETON_COLOURS[leg]}" stroke-width="${widthPx}"`;
    const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
    return `<line x1="${at[0]}" y1="${at[1]}" x2="${at[2]}" y2="${at[3]}" ${style}${dashes} stroke-linecap="round"/>`;
  });
  return trusted(`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${strokes.join('')}</svg>`);
}
