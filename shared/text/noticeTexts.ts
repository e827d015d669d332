import type { Notice } from '../domain/analysis.ts';
import { errorText, isErrorCode } from '../domain/errors.ts';
import { told } from '../domain/language.ts';
import { NOTICE_TEXTS_DE } from './de/noticeTextsDe.ts';

/** One sentence why a value is limited or absent, and what would improve it. `{name}` comes from the notice. */
const NOTICE_TEXTS_EN = {
  rate_too_low: 'Not enough evidence in this clip ({fps} frames/s): film at {min_fps} frames/s or more.',
  rate_below_recommended: 'Filmed at {fps} frames/s; at {recommended_fps} it would be surer.',
  too_few_steps: 'Only {n} clean steps; at least {min_n} are needed. Film longer.',
  few_steps: '{n} clean steps; with {enough_n} it would be surer. Film about 15 seconds.',
  flight_unclear:
    'The feet hardly leave the ground, or not at all. Push-off is then read up to 70 ms early: take this as a rough value.',
  oblique_view:
    'The camera looks on from an angle ({yaw_deg}°): film at a right angle to the running direction.',
  camera_turned: 'The camera is turned by about {yaw_deg}°: film at a right angle to the running direction.',
  contact_estimates_apart: 'The estimates of the contact instant lie {spread_ms} ms apart.',
  contact_estimates_far_apart:
    'The estimates of the contact instant lie {spread_ms} ms apart: check the contacts in the review.',
  leg_hidden: 'The leg is hidden too much of the time.',
  leg_hardly_visible: 'The leg is hardly visible: move what stands in front of it, or film the other side.',
  leg_partly_visible: 'The leg is partly hidden.',
  too_many_steps_dropped: '{dropped_percent} % of the steps could not be used.',
  many_steps_dropped: '{dropped_percent} % of the steps could not be used.',
  steps_dropped: '{dropped_percent} % of the steps could not be used.',
  far_leg: 'This leg is the far one: film from the other side as well.',
  foot_misread:
    'Heel and toe are not seen well: the sole seems to tilt by {tilt_deg}° while it is flat on the ground. Film closer, in more light, with shoes that stand out.',
  visual_note_only: 'A visual note: confirm it by eye on the frame.',
  no_heel_toe_points:
    'The chosen pose model has no points on heel and toe: contacts and landing cannot be measured. Choose one of the built-in models in the settings.',
  no_standing_reference:
    'No standing picture of this athlete: film two seconds of quiet standing in the same shoes.',
  needs_side_view: 'Needs a clip from the side.',
  needs_rear_view: 'Needs a clip from behind.',
  speed_unknown: 'The running speed is not known: enter it in the session.',
  height_unknown: 'The height of the athlete is not known: enter it in the athlete page.',
  not_as_told:
    'The video is not the film that the case told of: its keypoints do not fit and were left out. Analyse the session again.',
  not_seen: 'Could not be read in this clip.',
  within_noise: 'The difference is smaller than this method can detect.',
  needs_second_clip: 'Counts only if it shows again in a second clip.',
  cadence_estimates_disagree:
    'The contacts give {contacts}, the bounce of the hips {pelvis} steps/min: check the contacts.',
  cadence_steps_disagree:
    'The contacts together give {contacts} steps/min, the single steps {steps}: time may be missing inside the clip.',
  cadence_sound_disagrees:
    'The contacts give {contacts} steps/min, the sound {sound}: check the contacts, or whose steps are heard.',
  contacts_against_sound:
    'Contacts whose footfall is heard more than 40 ms from where it is due: {n}. Look at them in the review.',
  runner_small:
    'The runner is about {height_px} pixels tall; {wanted_px} or more give better keypoints. Go nearer or zoom in.',
  view_unknown: 'The view cannot be told: film from the side, or from straight behind.',
  somebody_beside:
    'Somebody is beside the runner from {from_s} to {to_s} s: look at the skeleton there, or film them one by one.',
  somebody_beside_often:
    'Somebody is beside the runner {n} times between {from_s} and {to_s} s: look at the skeleton there, or film them one by one.',
  head_cut_off: 'The head leaves the picture in {percent} % of the frames: leave room around the runner.',
  feet_cut_off:
    'A foot touches the edge of the picture in {percent} % of the frames: point the camera lower or stand farther away.',
  too_dark: 'The picture is dark: film in daylight, or switch on more light.',
  picture_blurred: 'The picture is not sharp: wipe the lens and tap the runner to focus before filming.',
  camera_pans: 'The camera follows the runner: put it on a tripod and let the runner pass or run in place.',
  camera_shakes:
    'The camera shakes (by {shake_percent} % of the leg length): put it on a tripod or lean it against something firm.',
  camera_zooms: 'The picture is zoomed while filming: keep one zoom for the whole clip.',
  clip_has_cuts:
    'The clip is made of {parts} pieces: each is measured for itself. Film in one piece where you can.',
  contacts_supposed:
    'Of {contacts} contacts {n} cannot be seen on their own leg: they are marked where the rhythm would have them and count in no number. Look at them in the review.',
  time_breaks:
    'Time breaks inside the clip (places: {n}): pictures are missing or stand still while its clock runs on. The parts are measured apart and put together; film in one go, and do not trim the middle out.',
  pictures_repeated:
    'Pictures are stored more than once: the file has {stored_fps} frames/s, of which {fps} are pictures of their own. Everything is as sure as at {fps} frames/s; take the file from the camera itself.',
  ground_looks_tilted:
    'The ground looks tilted by {roll_deg}°: enter the incline in the session, or hold the phone level.',
  roll_unsure:
    'The ground looks tilted by {roll_deg}°, which the feet alone do not tell well enough to take it out: hold the phone level, and film the runner standing from the same place.',
  roll_corrected: 'The camera was tilted by {roll_deg}°, which is taken out. Hold it level next time.',
  file_moved: 'The video is not where it was. Put it back, or show where it is now, under whatever name.',
  video_damaged:
    'The stored video is damaged or another one: its bytes are not those that were imported. Import the true one again, or show where it is; everything measured and decided stays.',
  videos_damaged:
    'Stored videos whose bytes are not those that were imported: {n}. Their clips say so; import the true videos again.',
  low_frame_rate:
    'Only {fps} frames/s: contact and flight times will be rough. Film at 120 frames/s or more where the phone can.',
  short_clip: 'Only {seconds} s long; about 15 seconds give surer values.',
  irregular_times: '{percent} % of the frame intervals are irregular; every frame is used at its own time.',
  small_picture: 'The picture is only {height} pixels high; 1080 or more give better keypoints.',
  slow_motion: 'Slow motion: filmed {factor} times as fast as it plays. Times are true times.',
  rows_damaged:
    'Entries of the library that are damaged and left out of its lists: {count}. Everything else is unharmed; a backup or a copy may still hold them whole.',
  synced_folder:
    'The library lies in a folder that {service} keeps in step. Put it elsewhere: syncing can damage a library that is open.',
  variable_rate: '{percent} % of the frame intervals are irregular; every frame is used at its own time.',
};

const NOTICE_TEXTS: Readonly<Record<string, string>> = told(NOTICE_TEXTS_EN, NOTICE_TEXTS_DE);

/** The sentence of a notice or error code; falls back to the code itself, which a test keeps from happening. */
export function noticeText({ code, params }: Notice): string {
  if (isErrorCode(code)) return errorText(code, params).sentence;
  const text = NOTICE_TEXTS[code] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export const hasNoticeText = (code: string): boolean =>
  isErrorCode(code) || Object.hasOwn(NOTICE_TEXTS, code);
export const noticeTextList = (): string[] => Object.values(NOTICE_TEXTS);
