import type { Analysis, AnalysisClip } from '../../domain/analysis.ts';
import { noticeText } from '../../text/noticeTexts.ts';
import { certificateTexts, timingText } from '../../text/timingTexts.ts';
import { html, type Markup } from './markup.ts';

const VIEWS = { side: 'side', rear: 'rear', front: 'front', oblique: 'oblique', unknown: 'unknown' } as const;

/** What the clips are and how sure their time is. */
export function certificateSection({ clips, events }: Analysis): Markup {
  const contactsOf = (id: string) =>
    events.filter(({ clip, type }) => clip === id && type === 'initial_contact').length;
  return html`<section><h2>Clips and their timing</h2>
<table><thead><tr><th>Clip</th><th>True speed</th><th>Length</th><th>View</th><th>Notes</th></tr></thead>
<tbody>${clips.map((clip) => row(clip, contactsOf(clip.id)))}</tbody></table>
<h3>Timing certificate</h3>
${clips.map((clip) => html`<p class="why"><strong>${clip.file}.</strong> ${certificateTexts(clip).join(' ')}</p>`)}</section>`;
}

function row(clip: AnalysisClip, contacts: number): Markup {
  const turned = clip.yaw_deg === null ? '' : `, camera turned ${Math.round(clip.yaw_deg)}°`;
  const facing = clip.direction === null ? '' : `, runs to the ${clip.direction}`;
  return html`<tr><td>${clip.file}</td><td>${timingText(clip)}</td><td>${clip.duration_s.toFixed(1)} s, ${clip.frame_count} frames, ${contacts} contacts</td><td>${VIEWS[clip.view]}${facing}${turned}; ${clip.width} × ${clip.height}</td><td>${clip.notices.map((notice) => html`<span class="why">${noticeText(notice)}</span>`)}</td></tr>`;
}
