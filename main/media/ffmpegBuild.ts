import ffmpeg from 'fluent-ffmpeg';
import { findFfmpeg } from './ffmpegPath.ts';

const command = () => ffmpeg().setFfmpegPath(findFfmpeg());

/** Names of the encoders this ffmpeg was built with. */
export function listEncoders(): Promise<Set<string>> {
  return new Promise((resolve, reject) => {
    command().availableEncoders((error, encoders) => {
      if (error) reject(error);
      else resolve(new Set(Object.keys(encoders)));
    });
  });
}

/** Names of the filters this ffmpeg was built with. */
export function listFilters(): Promise<Set<string>> {
  return new Promise((resolve, reject) => {
    command().availableFilters((error, filters) => {
      if (error) reject(error);
      else resolve(new Set(Object.keys(filters)));
    });
  });
}
