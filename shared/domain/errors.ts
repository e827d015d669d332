import { ERRORS_DE } from './errorsDe.ts';
import { spokenLanguage } from './language.ts';
import { whyInGerman } from './whysDe.ts';

/**
 * The one catalogue of what can go wrong for a user: code, exit code of the command line, one plain sentence and the
 * next step. `{name}` is filled from the error's parameters.
 * Exit codes: 2 bad usage, 3 cannot be analysed, 1 our fault.
 */
interface Entry {
  readonly exit: 1 | 2 | 3;
  readonly sentence: string;
  readonly next: string;
}

export const ERRORS = {
  bad_usage: { exit: 2, sentence: '{detail}', next: 'Run with --help to see the options.' },
  file_missing: {
    exit: 3,
    sentence: '{file} is not there.',
    next: 'Check the name, or import the video again from where it is now.',
  },
  unreadable: {
    exit: 3,
    sentence: '{file} cannot be read.',
    next: 'Check that you may read this file and its folder.',
  },
  empty_file: { exit: 3, sentence: '{file} is empty.', next: 'Copy the video from the phone again.' },
  not_a_video: {
    exit: 3,
    sentence: '{file} is not a video that can be read.',
    next: 'Choose a video file such as MP4 or MOV.',
  },
  truncated: {
    exit: 3,
    sentence: '{file} breaks off: a part of the file is missing.',
    next: 'Copy the video from the phone again and wait until the copy is complete.',
  },
  no_video_track: {
    exit: 3,
    sentence: '{file} has sound but no picture.',
    next: 'Choose a file with a picture.',
  },
  decode_failed: {
    exit: 3,
    sentence: 'The picture of {file} cannot be decoded.',
    next: 'Export the video as H.264 MP4 on the phone and import that file.',
  },
  picture_too_large: {
    exit: 3,
    sentence: 'The picture of {file} is too large: {width} x {height} pixels.',
    next: 'Film or export it with at most 8192 x 4320 pixels.',
  },
  too_many_frames: {
    exit: 3,
    sentence: '{file} names more than {most} frames.',
    next: 'Cut the clip to the running, or copy it from the phone again if it is short.',
  },
  hdr_unsupported: {
    exit: 3,
    sentence:
      'The colours of {file} are high dynamic range ({part}), which the video program at hand cannot convert.',
    next: 'Switch HDR video off in the camera settings, or install a full build of ffmpeg.',
  },
  ffmpeg_missing: {
    exit: 1,
    sentence: 'The video program ffmpeg was not found.',
    next: 'Install ffmpeg, or set FFMPEG_PATH to its place.',
  },
  model_missing: {
    exit: 3,
    sentence: 'The pose model {model} is not in the models folder of the library.',
    next: 'Put its files back, or choose another model in the settings.',
  },
  no_person: {
    exit: 3,
    sentence: 'Nobody was found in {file}.',
    next: 'Film the whole runner, at least a third of the picture high, in good light.',
  },
  several_persons: {
    exit: 3,
    sentence: 'Several people are in {file}: {candidates}.',
    next: 'Choose the runner: --person X,Y@T on the command line, or a click in the app.',
  },
  walking: {
    exit: 3,
    sentence: '{file} shows walking, not running.',
    next: 'Film the runner at running speed.',
  },
  legs_confused: {
    exit: 3,
    sentence:
      'Left and right foot cannot be told apart in {file}: the steps of one leg seem to last {step_percent} % longer than those of the other.',
    next: 'Film again with nothing in front of the legs (the rail of a treadmill hides them), or from the other side.',
  },
  too_short: {
    exit: 3,
    sentence: '{file} holds too few steps to measure.',
    next: 'Film at least 10 seconds of steady running.',
  },
  no_gait: {
    exit: 3,
    sentence: 'No regular running steps were found in {file}.',
    next: 'Film steady running with the whole runner large in the picture, in good light, and choose which view it is.',
  },
  slow_motion_unknown: {
    exit: 3,
    sentence:
      'The speed of {file} is not certain: on its own clock it shows {cadence} steps/min. It may be slow motion (possible: {choices}).',
    next: 'Say the true capture rate: --capture-fps N, or answer the question on the clip in the app.',
  },
  clock_impossible: {
    exit: 3,
    sentence:
      'The clock of {file} cannot be right: on it the runner takes more steps, or fewer, than anybody can.',
    next: 'Say the true capture rate: --capture-fps N, or set it on the clip in the app; else film again without an effect that changes the speed.',
  },
  partly_slowed: {
    exit: 3,
    sentence: 'Part of {file} is slower than the rest: normal speed and slow motion in one clip.',
    next: 'Choose a working zone within one speed (--zone FROM-TO, or I and O in the review), or film without the effect.',
  },
  runner_cut_off: {
    exit: 3,
    sentence: 'Only a part of the runner is in the picture of {file}.',
    next: 'Film the whole runner from head to feet, with room around, and both feet in the picture.',
  },
  not_upright: {
    exit: 3,
    sentence:
      'The runner does not stand upright in the picture of {file}: it needs a turn of {turn_deg}° clockwise.',
    next: 'Turn the clip on the page of its session, or say it with --turn {turn_deg}, and analyse it again.',
  },
  turn_over_marks: {
    exit: 3,
    sentence:
      '{file} carries drawings or corrected keypoints, which lie at places of the picture as it is now.',
    next: 'Undo or remove them in the review, then turn the clip.',
  },
  seen_briefly: {
    exit: 3,
    sentence: 'The runner is in view for {seconds} s in {file}, about {steps} steps; {min_n} are needed.',
    next: 'Film several passes one after the other, stand farther away, or turn the phone along with the runner.',
  },
  feet_outside: {
    exit: 3,
    sentence: 'The feet are outside the picture most of the time in {file}.',
    next: 'Point the camera lower or stand farther away, so that the whole runner shows with room around.',
  },
  bad_pose_file: {
    exit: 3,
    sentence: '{file} is not a pose file that can be read.',
    next: 'Export it again, or analyse the video itself.',
  },
  bad_case: {
    exit: 3,
    sentence: '{file} is not a case that can be opened: {why}.',
    next: 'Ask the other coach to save the case again, and copy it whole.',
  },
  bad_backup: {
    exit: 3,
    sentence: '{file} is not a backup that can be restored: {why}.',
    next: 'Choose the file that Midstance saved, or copy it again; nothing was changed.',
  },
  other_file: {
    exit: 3,
    sentence: '{file} is another video than {clip}.',
    next: 'Look for the file that was imported then; its name may have changed, its content has not.',
  },
  out_unwritable: {
    exit: 3,
    sentence: 'Nothing can be written to {folder}.',
    next: 'Choose another folder with --out, or free some space.',
  },
  copy_differs: {
    exit: 3,
    sentence: '{file} could not be read back as it was written.',
    next: 'Write it again, or to another disk: this one may be failing. Nothing else was changed.',
  },
  file_damaged: {
    exit: 3,
    sentence:
      'The stored video of {file} is damaged or another one: its bytes are not those that were imported.',
    next: 'Import the true video again, under whatever name; everything measured and decided on it stays.',
  },
  disk_full: {
    exit: 3,
    sentence: 'The disk is full.',
    next: 'Free some space and try again; nothing was lost.',
  },
  browser_missing: {
    exit: 1,
    sentence: 'No browser was found to print the PDF.',
    next: 'Install Chromium or Chrome, or set CHROMIUM_PATH; the HTML report is complete.',
  },
  cancelled: {
    exit: 1,
    sentence: 'Stopped before the end.',
    next: 'Start again: it goes on where it stopped.',
  },
  host_unreachable: {
    exit: 1,
    sentence: 'Midstance does not answer any more.',
    next: 'Check that the program is still running, then reload this page; nothing that was saved is lost.',
  },
  library_locked: {
    exit: 1,
    sentence: 'Another window of Midstance has this library open.',
    next: 'Close it and try again.',
  },
  library_from_future: {
    exit: 1,
    sentence: 'This library was written by a newer version of Midstance.',
    next: 'Open it with that version, or choose another library folder.',
  },
  library_lost: {
    exit: 1,
    sentence:
      'The library is gone from its place: its folder or database was moved, replaced, or opened by another Midstance. Nothing more is stored.',
    next: 'Note what you entered last, close Midstance, put the folder back, and start again.',
  },
  library_missing: {
    exit: 1,
    sentence: 'The library folder {folder} holds files of a library, but not its database.',
    next: 'Put library.db back, or take one of the copies; nothing was changed.',
  },
  library_damaged: {
    exit: 1,
    sentence: 'The database of the library is damaged.',
    next: 'Take one of the copies that Midstance offers when it starts; what is there now is kept beside it.',
  },
  copy_damaged: {
    exit: 1,
    sentence: 'That copy of the library cannot be opened either.',
    next: 'Choose another one; nothing was changed.',
  },
  library_unwritable: {
    exit: 1,
    sentence: 'Nothing can be written to the library folder {folder}.',
    next: 'Check that the disk is not write-protected and that you may write there, or choose another folder with --library.',
  },
  library_not_folder: {
    exit: 1,
    sentence: '{folder} is a file, not a folder.',
    next: 'Choose a folder for the library with --library.',
  },
  path_too_long: {
    exit: 1,
    sentence: 'The path of the library is too long: {length} characters where {limit} are possible.',
    next: 'Choose a folder with a shorter path.',
  },
  port_in_use: {
    exit: 1,
    sentence: 'Port {port} cannot be used: another program has it, or you may not take it.',
    next: 'Choose another one with --port, or leave the option out.',
  },
  entry_damaged: {
    exit: 3,
    sentence: 'This entry of the library is damaged and cannot be read.',
    next: 'Everything else is unharmed; a backup or a copy of the library may still hold it whole.',
  },
  not_found: {
    exit: 3,
    sentence: 'That entry is not in the library any more.',
    next: 'Go back to the library and open it again.',
  },
  unknown_method: {
    exit: 1,
    sentence: 'The app asked for something that this version does not know.',
    next: 'Reload the app.',
  },
  invalid_input: {
    exit: 2,
    sentence: 'Something in the form is not right: {detail}.',
    next: 'Correct it and try again.',
  },
  impossible_order: {
    exit: 3,
    sentence: 'A contact and a toe-off of one foot must alternate.',
    next: 'Move or reject the neighbouring event first.',
  },
  plan_missing: {
    exit: 3,
    sentence: 'This athlete has no plan at hand.',
    next: 'Make a plan first.',
  },
  plan_running: {
    exit: 3,
    sentence: 'The plan of cycle {cycle} has begun already.',
    next: 'Update it, or finish the cycle and begin the next one.',
  },
  plan_not_begun: {
    exit: 3,
    sentence: 'The plan has not begun yet: it starts on {date}.',
    next: 'Make it anew with another first day, or wait until it has begun.',
  },
  start_too_early: {
    exit: 3,
    sentence: 'The plan cannot start before {date}.',
    next: 'Choose that day or a later one.',
  },
  weeks_begun: {
    exit: 3,
    sentence: 'Week {week} of the plan has begun already.',
    next: 'Choose at least {week} weeks, or finish the cycle.',
  },
  date_to_come: {
    exit: 3,
    sentence: 'The date {date} is still to come.',
    next: 'Enter what was done, up to today.',
  },
  change_refused: {
    exit: 3,
    sentence: 'The change cannot be made: {why}.',
    next: 'Choose another day or another exercise, or make room first.',
  },
  change_without_effect: {
    exit: 3,
    sentence: 'The change would alter nothing that is still to come.',
    next: 'Choose a week that is not over and an exercise that is in it.',
  },
  not_a_log: {
    exit: 3,
    sentence: '{file} is not a training log that can be read.',
    next: 'Choose the file that the athlete saved from the log.',
  },
  log_other_plan: {
    exit: 3,
    sentence: '{file} belongs to a plan that starts on {date}, and this athlete has none like it.',
    next: 'Open the athlete whose log it is.',
  },
  pain_kept: {
    exit: 3,
    sentence: 'This entry stops the drills for a place that hurts.',
    next: 'Clear the place with a reason, from the day after the entry on.',
  },
  pain_too_recent: {
    exit: 3,
    sentence: 'Pain was reported on {date}.',
    next: 'The place can be cleared from the day after on.',
  },
  exercise_in_use: {
    exit: 3,
    sentence: '{exercise} is in the plan of {athletes}.',
    next: 'Swap it there first, then delete it.',
  },
  exercise_guard: {
    exit: 3,
    sentence: 'That would take a safeguard off {exercise}.',
    next: 'Keep the places that it loads, both its sides, and its phases no earlier than they were.',
  },
  consent_missing: {
    exit: 3,
    sentence: 'A guardian has not agreed yet for an athlete under 16.',
    next: 'Record the consent in the athlete page, then export again.',
  },
  internal: {
    exit: 1,
    sentence: 'Something went wrong in Midstance (incident {incident}).',
    next: 'Try again; if it happens again, save the diagnostics in the settings and send them to us.',
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error that a user is told about. Its message is the English sentence. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(filled(ERRORS[code].sentence, params), options);
    this.name = 'CodedError';
    this.code = code;
    this.params = params;
  }
}

const GERMAN: Readonly<Record<ErrorCode, Pick<Entry, 'sentence' | 'next'>>> = ERRORS_DE;

/** With the parameters filled in; an unfilled name stays out rather than showing braces. */
const filled = (text: string, params: ErrorParams): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** Sentence and next step in the language that is spoken. */
export function errorText(code: ErrorCode, params: ErrorParams): { sentence: string; next: string } {
  const isGerman = spokenLanguage() === 'de';
  const { sentence, next } = isGerman ? GERMAN[code] : ERRORS[code];
  const { why } = params;
  const told = isGerman && typeof why === 'string' ? { ...params, why: whyInGerman(why) } : params;
  return { sentence: filled(sentence, told), next: filled(next, told) };
}

/** Exit code of the command line. */
export const exitOf = (code: ErrorCode): Entry['exit'] => ERRORS[code].exit;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
