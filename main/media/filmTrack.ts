import { runFfmpeg } from './ffmpegProcess.ts';
import { INDEX_PATIENCE_MS } from './ffmpegWatch.ts';
import { inputArgs } from './inputArgs.ts';
import { videoStreams } from './streamInfo.ts';

/** A track with fewer than this share of the most pictures is a preview or a cover. */
const FILM_SHARE = 0.5;

/**
 * Which of the video tracks is the film, counted from 0 without cover pictures: of those with about the most pictures the one
 * that a player shows, else the first. Cameras also write a thumbnail or a small preview as a track, before the film or after.
 * @param report of `ffmpeg -i`
 */
export async function findFilmTrack(
  file: string,
  report: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const streams = videoStreams(report);
  if (streams.length < 2) return 0;
  const counts = await countPackets(file, streams.length, signal);
  const most = Math.max(...counts);
  const films = streams.map((_, i) => i).filter((i) => (counts[i] ?? 0) >= FILM_SHARE * most);
  return films.find((i) => streams[i]?.isDefault) ?? films[0] ?? 0;
}

/** Packets of each video track. A file that cannot be demuxed to its end is judged by what came. */
async function countPackets(file: string, tracks: number, signal: AbortSignal | undefined) {
  const counts = Array.from({ length: tracks }, () => 0);
  const decoder = new TextDecoder('latin1');
  let rest = '';
  await runFfmpeg(
    [
      ...['-v', 'error', ...inputArgs(file), '-map', '0:V', '-an', '-sn', '-dn', '-c', 'copy'],
      ...['-flush_packets', '1', '-f', 'framecrc', 'pipe:1'],
    ],
    {
      signal,
      patience_ms: INDEX_PATIENCE_MS,
      onOutput: (bytes) => {
        const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const track = /^(\d+),/.exec(line)?.[1];
          if (track !== undefined) counts[Number(track)] = (counts[Number(track)] ?? 0) + 1;
        }
      },
    },
  );
  return counts;
}
