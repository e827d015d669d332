import { parseArgs } from 'node:util';
import { LANDMARK_MODELS, type LandmarkModel } from '../../models/manifest.ts';
import type { ClipInput } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { QUARTER_TURNS, type QuarterTurn } from '../../shared/domain/quarterTurn.ts';

export const USAGE = `Usage: npm run analyze -- VIDEO… [options]
       npm run analyze -- --sample [options]

VIDEO             one or more clips of one runner (or a pose.json in place of one)
--sample          the clip that ships with Midstance
--standing WHAT   a clip of quiet standing, or @T1-T2: that part of the first clip (seconds)
--out DIR         where to write (default: midstance-report)
--model NAME      lite, full or heavy (default: full)
--view NAME       auto, side, rear or front (default: auto)
--capture-fps N   true capture rate of slow-motion clips, frames/s
--turn DEGREES    90, 180 or 270: turns the videos clockwise, where they were filmed lying or upside down
--speed M/S       running speed
--height M        height of the athlete
--zone T1-T2      the part of the first clip that counts (seconds)
--person X,Y[@T]  a point on the runner (pixels of the upright picture, turned) at T seconds of the first clip
--start DATE      first day of the plan, YYYY-MM-DD: writes the athlete's pages and the calendar too
--language NAME   en or de: what the pages are written in (default: en)
--no-pdf          leave the PDF out`;

export interface AnalyzeOptions {
  readonly videos: readonly string[];
  readonly sample: boolean;
  readonly standing: { readonly file: string } | { readonly from: number; readonly to: number } | undefined;
  readonly out: string;
  readonly model: LandmarkModel;
  readonly view: ClipInput['view'];
  readonly captureFps: number | undefined;
  readonly turn: QuarterTurn;
  readonly speed: number | undefined;
  readonly height: number | undefined;
  readonly zone: { readonly from: number; readonly to: number } | undefined;
  readonly person: { readonly x: number; readonly y: number; readonly time: number } | undefined;
  readonly startDate: string | undefined;
  readonly language: Language;
  readonly pdf: boolean;
  readonly help: boolean;
}

const VIEWS = ['auto', 'side', 'rear', 'front'] as const;

/** @throws CodedError bad_usage with what is wrong, in plain words */
export function parseAnalyzeOptions(args: readonly string[]): AnalyzeOptions {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0 && !values.sample && !values.help)
    throw usage('Name at least one video, or --sample.');
  return {
    videos: positionals,
    sample: values.sample,
    standing: values.standing === undefined ? undefined : standingOf(values.standing),
    out: folderOf('--out', values.out),
    model: oneOf('--model', values.model, LANDMARK_MODELS),
    view: oneOf('--view', values.view, VIEWS),
    captureFps: numberIn('--capture-fps', values['capture-fps'], 10, 2000),
    turn: turnOf(values.turn, positionals),
    speed: numberIn('--speed', values.speed, 0.5, 12),
    height: numberIn('--height', values.height, 0.8, 2.5),
    zone: values.zone === undefined ? undefined : rangeOf('--zone', values.zone),
    person: values.person === undefined ? undefined : personOf(values.person),
    startDate: values.start === undefined ? undefined : dateOf(values.start),
    language: oneOf('--language', values.language, LANGUAGES),
    pdf: !values['no-pdf'],
    help: values.help,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sample: { type: 'boolean', default: false },
        standing: { type: 'string' },
        out: { type: 'string', default: 'midstance-report' },
        model: { type: 'string', default: 'full' },
        view: { type: 'string', default: 'auto' },
        'capture-fps': { type: 'string' },
        turn: { type: 'string', default: '0' },
        speed: { type: 'string' },
        height: { type: 'string' },
        zone: { type: 'string' },
        person: { type: 'string' },
        start: { type: 'string' },
        language: { type: 'string', default: 'en' },
        'no-pdf': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

const usage = (detail: string) => new CodedError('bad_usage', { detail });

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw usage(`${option} takes ${known.join(', ')}, not "${value}".`);
  return found;
}

/** An empty path would be the folder that the program happens to stand in. */
function folderOf(option: string, value: string): string {
  if (value.trim() === '') throw usage(`Name a folder after ${option}.`);
  return value;
}

function turnOf(value: string, files: readonly string[]): QuarterTurn {
  const turn = QUARTER_TURNS.find((one) => String(one) === value);
  if (turn === undefined) throw usage(`--turn takes 90, 180 or 270, not "${value}".`);
  if (turn !== 0 && files.some((file) => file.toLowerCase().endsWith('.json')))
    throw usage('--turn turns videos, not the keypoints of a pose.json.');
  return turn;
}

function numberIn(option: string, value: string | undefined, low: number, high: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === '' || !(number >= low && number <= high))
    throw usage(`${option} takes a number from ${low} to ${high}, not "${value}".`);
  return number;
}

function standingOf(value: string): NonNullable<AnalyzeOptions['standing']> {
  if (!value.startsWith('@')) return { file: value };
  return rangeOf('--standing', value.slice(1), 'a clip or @T1-T2');
}

function rangeOf(option: string, value: string, form = 'T1-T2'): { from: number; to: number } {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value);
  const from = Number(match?.[1]);
  const to = Number(match?.[2]);
  if (!match || !(to > from)) throw usage(`${option} takes ${form} in seconds, not "${value}".`);
  return { from, to };
}

function personOf(value: string): NonNullable<AnalyzeOptions['person']> {
  const match = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)(?:@(\d+(?:\.\d+)?))?$/.exec(value);
  if (!match) throw usage(`--person takes X,Y or X,Y@T, not "${value}".`);
  return { x: Number(match[1]), y: Number(match[2]), time: Number(match[3] ?? 0) };
}

function dateOf(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== value
  ) {
    throw usage(`--start takes a date such as 2026-03-02, not "${value}".`);
  }
  return value;
}
