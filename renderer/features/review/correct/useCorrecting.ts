import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlaceEdit, PoseEdit, RepairedJoint, Side } from '../../../../shared/domain/analysis.ts';
import { correctedTrack, readCorrections } from '../../../../shared/pose/corrections.ts';
import { otherSide } from '../../../../shared/pose/keypoints.ts';
import { shownTrack } from '../../../../shared/pose/shownTrack.ts';
import { type Keypoints, keypointAt } from '../../../overlay/keypointReader.ts';
import type { ImagePoint } from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import type { Editing } from '../useEditing.ts';
import { indexOf, type Joint, type JointName, neighbourOf, rangeOf } from './joints.ts';

export interface Correcting {
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly joint: Joint;
  readonly choose: (joint: Joint) => void;
  readonly chooseName: (name: JointName) => void;
  readonly switchSide: () => void;
  readonly toNeighbour: (direction: 1 | -1) => void;
  /** Frames on either side that follow. */
  readonly reach: number;
  readonly setReach: (frames: number) => void;
  /** Frame at which a range begins; undefined for the frames that follow the one on show. */
  readonly mark: number | undefined;
  readonly setMark: () => void;
  readonly rangeAt: (frame: number) => { readonly from_frame: number; readonly to_frame: number };
  /** Where a joint was found in a frame, and where it is now; undefined where nobody was found. */
  readonly placeOf: (frame: number) => { readonly found: ImagePoint; readonly now: ImagePoint } | undefined;
  /** Keypoints as the coach sees them, with what is being moved. */
  readonly keypoints: Keypoints | undefined;
  /** Joints placed by hand, by keypoint and frame. */
  readonly placed: ReadonlyMap<number, ReadonlySet<number>>;
  readonly hasCorrections: boolean;
  readonly nudge: (dx: number, dy: number) => void;
  readonly dragTo: (joint: Joint, at: ImagePoint) => void;
  /** Stores what was moved. */
  readonly commit: () => void;
  readonly swap: () => void;
  readonly reset: (what: 'joint' | 'range' | 'clip') => void;
  readonly step: (frames: number) => void;
}

export interface CorrectingOptions {
  readonly clipId: string;
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  /** Keypoints as they were found. */
  readonly found: Keypoints | undefined;
  /** Where the analysis on show read joints elsewhere than they were found. */
  readonly repaired: readonly RepairedJoint[];
  readonly edits: readonly PoseEdit[];
  readonly player: Player;
  readonly editing: Editing;
  readonly foot: Side;
}

/** Arrow keys are stored as one change once they rest, ms. */
const REST_MS = 700;
const NOTHING: ReadonlyMap<number, ReadonlySet<number>> = new Map();

/** The coach's corrections of keypoints: choosing, moving, exchanging legs, taking back. */
export function useCorrecting(options: CorrectingOptions): Correcting {
  const { clipId, width, height, frameCount, found, repaired, edits, player, editing, foot } = options;
  const [isOn, setOn] = useState(false);
  const [joint, setJoint] = useState<Joint>({ name: 'ankle', side: foot });
  const [reach, setReach] = useState(4);
  const [mark, setMark] = useState<number>();
  const [draft, setDraft] = useState<PlaceEdit>();
  const newest = useRef(draft);
  newest.current = draft;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unplaced = useMemo(
    () =>
      found &&
      correctedTrack(
        { width, height, data: found },
        edits.filter(({ op }) => op !== 'place'),
      ),
    [found, width, height, edits],
  );
  const shown = useMemo(
    () => found && shownTrack({ width, height, data: found }, draft ? [...edits, draft] : edits, repaired),
    [found, width, height, edits, draft, repaired],
  );
  const hasCorrections = useMemo(() => {
    const { placings, swapped } = readCorrections(draft ? [...edits, draft] : edits, frameCount);
    return placings.size > 0 || swapped.includes(1);
  }, [edits, draft, frameCount]);
  const frameNow = () => player.store.getState().frame;
  const jointAt = (data: Keypoints | undefined, frame: number, one: Joint) =>
    data === undefined ? undefined : keypointAt(data, frame, indexOf(one));

  const commit = (): void => {
    clearTimeout(timer.current);
    const edit = newest.current;
    if (edit === undefined) return;
    newest.current = undefined;
    // What was moved stays where it is until the host has it.
    void editing.add(edit).then(() => setDraft((now) => (now === edit ? undefined : now)));
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const move = (one: Joint, { x, y }: ImagePoint): void => {
    const frame = frameNow();
    const auto = jointAt(unplaced?.data, frame, one);
    if (auto === undefined) return;
    const own = newest.current;
    if (own !== undefined && (own.frame !== frame || own.joint !== indexOf(one))) commit();
    const edit: PlaceEdit = {
      ...{ clip: clipId, op: 'place', joint: indexOf(one), frame },
      ...{ x_px: clamp(x, width), y_px: clamp(y, height), auto_x_px: auto.x, auto_y_px: auto.y },
      ...rangeOf(frame - reach, frame + reach, frameCount),
    };
    newest.current = edit;
    setDraft(edit);
  };
  const choose = (one: Joint): void => {
    commit();
    setJoint(one);
  };
  const rangeAt = (frame: number) =>
    mark === undefined ? rangeOf(frame - reach, frame + reach, frameCount) : rangeOf(mark, frame, frameCount);
  const lay = (edit: PoseEdit): void => {
    commit();
    setMark(undefined);
    void editing.add(edit);
  };
  return {
    ...{ isOn, joint, reach, mark, rangeAt, commit, choose, hasCorrections },
    toggle() {
      commit();
      setMark(undefined);
      if (!isOn) {
        player.pause();
        setJoint((now) => ({ ...now, side: foot }));
      }
      setOn(!isOn);
    },
    chooseName: (name) => choose({ name, side: joint.side }),
    switchSide: () => choose({ ...joint, side: otherSide(joint.side) }),
    toNeighbour: (direction) => choose(neighbourOf(joint, direction)),
    setReach(frames) {
      commit();
      setReach(frames);
    },
    setMark: () => setMark(mark === undefined ? frameNow() : undefined),
    placeOf(frame) {
      const [auto, now] = [unplaced, shown].map((one) => jointAt(one?.data, frame, joint));
      return auto && now && { found: auto, now };
    },
    keypoints: shown?.data,
    placed: shown?.placed ?? NOTHING,
    nudge(dx, dy) {
      const at = jointAt(shown?.data, frameNow(), joint);
      const own = newest.current;
      const from = own?.frame === frameNow() && own.joint === indexOf(joint) ? placeIn(own) : at;
      if (from === undefined) return;
      move(joint, { x: from.x + dx, y: from.y + dy });
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, REST_MS);
    },
    dragTo(one, at) {
      if (indexOf(one) !== indexOf(joint)) choose(one);
      move(one, at);
    },
    swap: () => lay({ clip: clipId, op: 'swap', ...rangeAt(frameNow()) }),
    reset(what) {
      const range = what === 'clip' ? rangeOf(0, frameCount - 1, frameCount) : rangeAt(frameNow());
      lay({ clip: clipId, op: 'reset', joint: what === 'joint' ? indexOf(joint) : null, ...range });
    },
    step(frames) {
      commit();
      player.step(frames);
    },
  };
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
const placeIn = ({ x_px, y_px }: PlaceEdit): ImagePoint => ({ x: x_px, y: y_px });
