import type { Analysis, AnalysisClip } from '../../domain/analysis.ts';
import { either, told } from '../../domain/language.ts';
import { noticeText } from '../../text/noticeTexts.ts';
import { certificateTexts, timingText } from '../../text/timingTexts.ts';
import { html, type Markup } from './markup.ts';

const VIEWS = told(
  { side: 'side', rear: 'rear', front: 'front', oblique: 'oblique', unknown: 'unknown' },
  { side: 'Seite', rear: 'hinten', front: 'vorn', oblique: 'schräg', unknown: 'unbekannt' },
);

/** What the clips are and how sure their time is. */
export function certificateSection({ clips, events }: Analysis): Markup {
  const contactsOf = (id: string) =>
    events.filter(({ clip, type }) => clip === id && type === 'initial_contact').length;
  // Clips of which the same is to be said share a paragraph.
  const alike = new Map<string, string[]>();
  for (const clip of clips) {
    const text = certificateTexts(clip).join(' ');
    alike.set(text, [...(alike.get(text) ?? []), clip.file]);
  }
  return html`<section class="certificate"><h2>${either('Clips and their timing', 'Die Clips und ihre Zeit')}</h2>
<table><thead><tr><th>Clip</th><th>${either('True speed', 'Wahre Geschwindigkeit')}</th><th>${either('Length', 'Länge')}</th><th>${either('View', 'Ansicht')}</th><th>${either('Notes', 'Hinweise')}</th></tr></thead>
<tbody>${clips.map((clip) => row(clip, contactsOf(clip.id)))}</tbody></table>
<h3>${either('Timing certificate', 'Zeitnachweis')}</h3>
${[...alike].map(([text, files]) => html`<p class="why"><strong>${files.join(', ')}.</strong> ${text}</p>`)}</section>`;
}

function row(clip: AnalysisClip, contacts: number): Markup {
  const turned =
    clip.yaw_deg === null
      ? ''
      : `, ${either('camera turned', 'Kamera gedreht')} ${Math.round(clip.yaw_deg)}°`;
  const facing =
    clip.direction === null
      ? ''
      : `, ${clip.direction === 'left' ? either('runs to the left', 'läuft nach links') : either('runs to the right', 'läuft nach rechts')}`;
  const length = `${clip.duration_s.toFixed(1)} s, ${clip.frame_count} ${either('frames', 'Bilder')}, ${contacts} ${either('contacts', 'Kontakte')}`;
  return html`<tr><td>${clip.file}</td><td>${timingText(clip)}</td><td>${length}</td><td>${VIEWS[clip.view]}${facing}${turned}; ${clip.width} × ${clip.height}</td><td>${clip.notices.map((notice) => html`<span class="why">${noticeText(notice)}</span>`)}</td></tr>`;
}
