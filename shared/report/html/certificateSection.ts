import type { Analysis, AnalysisClip } from '../../domain/analysis.ts';
import { noticeText } from '../../text/noticeTexts.ts';
import { html, type Markup } from './markup.ts';

const VIEWS = { side: 'side', rear: 'rear', front: 'front', oblique: 'oblique', unknown: 'unknown' } as const;

/** What the clips are and how their time was told. */
export function certificateSection({ clips, events }: Analysis): Markup {
  return html`<section><h2>Clips and their timing</h2>
<table><thead><tr><th>Clip</th><th class="number">True rate</th><th class="number">Slow motion</th><th>Length</th><th>View</th><th>Notes</th></tr></thead>
<tbody>${clips.map((clip) => row(clip, events.filter(({ clip: id, type }) => id === clip.id && type === 'initial_contact').length))}</tbody></table></section>`;
}

function row(clip: AnalysisClip, contacts: number): Markup {
  const turned = clip.yaw_deg === null ? '' : `, camera turned ${Math.round(clip.yaw_deg)}°`;
  const facing = clip.direction === null ? '' : `, runs to the ${clip.direction}`;
  const rate = `${clip.capture_fps.toFixed(clip.capture_fps % 1 < 0.05 ? 0 : 2)} frames/s`;
  const slow = Math.abs(clip.time_scale - 1) < 1e-6 ? 'none' : `${clip.time_scale.toFixed(1)} ×`;
  return html`<tr><td>${clip.file}</td><td class="number">${rate}${clip.irregular_share > 0.02 ? ' (variable)' : ''}</td><td class="number">${slow}</td><td>${clip.duration_s.toFixed(1)} s, ${clip.frame_count} frames, ${contacts} contacts</td><td>${VIEWS[clip.view]}${facing}${turned}; ${clip.width} × ${clip.height}</td><td>${clip.notices.map((notice) => html`<span class="why">${noticeText(notice)}</span>`)}</td></tr>`;
}
