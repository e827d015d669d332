import { useMemo, useState } from 'react';
import {
  type Drawing,
  type DrawingColour,
  type DrawingInput,
  type DrawingTool,
  POINTS_OF_TOOL,
} from '../../../../shared/domain/drawing.ts';
import { isShownIn } from '../../../../shared/picture/drawingShapes.ts';
import { simplified } from '../../../../shared/picture/simplified.ts';
import type { Keypoints } from '../../../overlay/keypointReader.ts';
import type { ImagePoint, Size } from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import type { Editing } from '../useEditing.ts';
import { attached, jointReader, marked, moved, nextJoint, placedIn, spanOf, withEdge } from './drawMaths.ts';
import { type DrawChoice, isClock, type Span } from './drawTools.ts';
import { useRested } from './useRested.ts';

export interface DrawingOptions {
  readonly clipId: string;
  readonly image: Size;
  readonly frameCount: number;
  readonly keypoints: Keypoints | undefined;
  readonly drawings: readonly Drawing[];
  readonly player: Player;
  readonly editing: Editing;
}

export type Drawings = ReturnType<typeof useDrawing>;

/** A freehand line keeps within this of the hand, image pixels, and has at most as many corners as can be stored. */
const HAND_PX = 1;

/** Drawing on the picture: what is drawn with, what is being drawn, what is chosen. Everything is stored at once. */
export function useDrawing({
  clipId,
  image,
  frameCount,
  keypoints,
  drawings,
  player,
  editing,
}: DrawingOptions) {
  const [isOn, setOn] = useState(false);
  const [tool, setToolOnly] = useState<DrawChoice>('line');
  const [colour, setColourOnly] = useState<DrawingColour>('yellow');
  const [span, setSpan] = useState<Span>('frame');
  const [follows, setFollows] = useState(false);
  const [draft, setDraft] = useState<readonly ImagePoint[]>([]);
  const [cursor, setCursor] = useState<ImagePoint>();
  const [cursorJoint, setCursorJoint] = useState<number>();
  const [selectedId, setSelectedId] = useState<string>();
  /** A text waits for its words. */
  const [asking, setAsking] = useState<ImagePoint>();
  const rested = useRested<Drawing>((drawing) => editing.draw(drawing));
  const jointAt = useMemo(() => jointReader(keypoints), [keypoints]);
  const frameNow = () => player.store.getState().frame;
  const { pending } = rested;
  const own = useMemo(
    () =>
      drawings
        .filter((drawing) => drawing.clipId === clipId)
        .map((drawing) => (drawing.id === pending?.id ? pending : drawing)),
    [drawings, clipId, pending],
  );
  const selected = own.find(({ id }) => id === selectedId);
  const middle = { x: image.width / 2, y: image.height / 2 };

  const rest = (): void => {
    setDraft([]);
    rested.commit();
  };
  const setTool = (next: DrawChoice): void => {
    rest();
    setToolOnly(next);
    if (next !== 'hand') setSelectedId(undefined);
  };
  const select = (drawing: Drawing | undefined): void => {
    rest();
    setSelectedId(drawing?.id);
    if (drawing === undefined) return;
    setToolOnly('hand');
    if (!isShownIn(drawing, frameNow())) player.seek(drawing.frame);
  };
  const store = (kind: DrawingTool, points: readonly ImagePoint[], text: string | null): void => {
    setDraft([]);
    const frame = frameNow();
    const drawing: DrawingInput = {
      ...{ clipId, tool: kind, colour, frame, text },
      ...spanOf(kind, span, frame, frameCount),
      points: attached(points, kind, frame, follows ? jointAt : undefined),
      marks: isClock(kind) ? [frame] : [],
    };
    void editing.draw(drawing);
  };
  const drawHand = (points: readonly ImagePoint[]): void => {
    let few = simplified(points, HAND_PX);
    for (let px = 2 * HAND_PX; few.length > POINTS_OF_TOOL.freehand[1]; px *= 2) few = simplified(points, px);
    if (few.length > 1) store('freehand', few, null);
  };
  const place = (at: ImagePoint): void => {
    if (tool === 'hand') return;
    player.pause();
    const points = [...draft, at];
    if (tool === 'text') setAsking(at);
    else if (tool === 'freehand') {
      // By the keys it goes from point to point, until one is placed twice.
      const last = draft.at(-1);
      if (last !== undefined && last.x === at.x && last.y === at.y) drawHand(draft);
      else setDraft(points);
    } else if (points.length < POINTS_OF_TOOL[tool][0]) setDraft(points);
    else store(tool, points, null);
  };
  /** Changes the chosen drawing; refused where its joints are not seen. */
  const change = (make: (drawing: Drawing) => Drawing | undefined): void => {
    const next = selected && make(selected);
    if (next !== undefined) void editing.draw(next);
  };
  const drag = (drawing: Drawing, point: number | undefined, dx: number, dy: number): void => {
    const here = placedIn(drawing, frameNow(), jointAt);
    if (here !== undefined) rested.hold(moved(here, point, dx, dy));
  };
  return {
    ...{ isOn, tool, colour, span, follows, draft, cursor, selected, asking, own, jointAt, frameCount },
    ...{ setTool, select, place, drag, drawHand, setSpan },
    hasJoints: keypoints !== undefined,
    canMark: selected !== undefined && isClock(selected.tool),
    toggle() {
      rest();
      setAsking(undefined);
      setCursor(undefined);
      setSelectedId(undefined);
      if (!isOn) player.pause();
      setOn(!isOn);
    },
    /** Also of the chosen drawing. */
    setColour(next: DrawingColour) {
      setColourOnly(next);
      change((drawing) => ({ ...drawing, colour: next }));
    },
    setFollows(next: boolean) {
      setFollows(next);
      // In a single frame there is nothing to follow.
      if (next && span === 'frame') setSpan('clip');
    },
    giveText(words: string | undefined) {
      if (asking !== undefined && words !== undefined) store('text', [asking], words);
      setAsking(undefined);
    },
    endDrag: rested.commit,
    /** The hand moves what it holds, a tool its cross. */
    arrow(dx: number, dy: number) {
      if (tool === 'hand' && selected !== undefined) {
        drag(selected, undefined, dx, dy);
        rested.commitLater();
        return;
      }
      setCursorJoint(undefined);
      setCursor((now = middle) => ({
        x: clamp(now.x + dx, image.width),
        y: clamp(now.y + dy, image.height),
      }));
    },
    toJoint(direction: 1 | -1) {
      const joint = nextJoint(cursorJoint, direction, frameNow(), jointAt);
      setCursorJoint(joint);
      setCursor((now) => (joint === undefined ? now : (jointAt(frameNow(), joint) ?? now)));
    },
    placeAtCursor() {
      if (cursor === undefined) setCursor(middle);
      else place(cursor);
    },
    /** The pointer takes the cross away. */
    hideCursor: () => setCursor(undefined),
    toNextDrawing(direction: 1 | -1) {
      const at = own.findIndex(({ id }) => id === selectedId);
      select(own[(at < 0 && direction < 0 ? 0 : at + direction + own.length) % own.length] ?? own.at(-1));
    },
    setEdge: (edge: 'fromFrame' | 'toFrame') =>
      change((drawing) => withEdge(drawing, edge, frameNow(), jointAt)),
    mark: () => change((drawing) => marked(drawing, frameNow())),
    removeLast() {
      if (draft.length > 0) setDraft(draft.slice(0, -1));
      else if (selected !== undefined) {
        setSelectedId(undefined);
        void editing.removeDrawing(selected.id);
      }
    },
    /** Lets go of what is at hand; false where there was nothing. */
    letGo(): boolean {
      const had = draft.length > 0 || selectedId !== undefined;
      rest();
      setSelectedId(undefined);
      return had;
    },
    step(frames: number) {
      rest();
      player.step(frames);
    },
  };
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
