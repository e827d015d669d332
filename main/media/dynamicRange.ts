import { listFilters } from './ffmpegBuild.ts';
import { MediaError } from './mediaError.ts';
import type { DynamicRange, StreamInfo } from './streamInfo.ts';

/** The transfer curve of each, as zscale names it. */
const CURVES = { hlg: 'arib-std-b67', pq: 'smpte2084' } as const;

/** Luminance (cd/m2) that becomes the white of an ordinary picture. */
const WHITE_NITS = 100;

/**
 * Filters that bring high dynamic range into an ordinary picture (BT.709, limited range). Input tags are stated, since a
 * stream need not repeat them in its pictures. Moebius leaves the middle tones alone and bends only what is brighter, so
 * skin and shoes look as in an ordinary video.
 */
export function toneMapFilters(range: DynamicRange): string[] {
  if (range === 'sdr' || range === 'unmapped') return [];
  return [
    `zscale=tin=${CURVES[range]}:min=2020_ncl:pin=2020:t=linear:p=2020:m=gbr:npl=${WHITE_NITS}`,
    'format=gbrpf32le',
    'zscale=p=709',
    'tonemap=mobius:desat=0',
    'zscale=t=709:m=709:r=limited',
    'format=yuv420p',
  ];
}

/** Whether the given filters, as ffmpeg lists its own, can tone-map. */
export const canToneMap = (filters: ReadonlySet<string>): boolean =>
  filters.has('zscale') && filters.has('tonemap');

/** @throws MediaError hdr_unsupported where the pictures cannot be brought to an ordinary range here */
export async function checkDynamicRange(
  { dynamicRange }: Pick<StreamInfo, 'dynamicRange'>,
  listed: () => Promise<ReadonlySet<string>> = listFilters,
): Promise<void> {
  if (dynamicRange === 'sdr') return;
  if (dynamicRange === 'unmapped') throw new MediaError('hdr_unsupported', { part: 'Dolby Vision 5' });
  if (!canToneMap(await listed()))
    throw new MediaError('hdr_unsupported', { part: dynamicRange === 'hlg' ? 'HLG' : 'PQ' });
}
