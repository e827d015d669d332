import { useEffect, useMemo, useState } from 'react';
import type { Side } from '../../../shared/domain/analysis.ts';
import { contactTimes } from '../../../shared/gait/phase.ts';
import { type ComparedClip, seenOf } from './comparedClip.ts';
import { createPairPlayer, type PairPlayer } from './pairPlayer.ts';
import { otherFrameOf, type Tie } from './sync.ts';

export interface TieControl {
  readonly pair: PairPlayer;
  readonly tie: Tie;
  readonly foot: Side;
  readonly setFoot: (foot: Side) => void;
  readonly setMode: (mode: Tie['mode']) => void;
  /** Contacts of the foot; a moment told by hand stands alone in its clip. */
  readonly canPhase: boolean;
  readonly isByHand: boolean;
  readonly moveAnchor: (which: 'first' | 'second', by: 1 | -1) => void;
  readonly moveOffset: (by: number) => void;
  readonly clearOffset: () => void;
  /** What both show now is the same moment. */
  readonly tieHere: () => void;
}

/** The contact that ties the clips at first: one with whole cycles behind it, so that there is something before it. */
const FIRST_ANCHOR = 1;

export function useTie(first: ComparedClip, second: ComparedClip): TieControl {
  const [foot, setFoot] = useState<Side>(seenOf(first)?.near_side ?? seenOf(second)?.near_side ?? 'L');
  const [mode, setMode] = useState<Tie['mode']>('time');
  const [anchors, setAnchors] = useState({ first: FIRST_ANCHOR, second: FIRST_ANCHOR });
  const [offsetFrames, setOffset] = useState(0);
  const [byHand, setByHand] = useState<{ first: number; second: number }>();
  const contacts = useMemo(
    () => ({ first: contactsOf(first, foot), second: contactsOf(second, foot) }),
    [first, second, foot],
  );
  const canPhase = contacts.first.length > 1 && contacts.second.length > 1;
  const tie = useMemo((): Tie => {
    const of = (which: 'first' | 'second') => {
      const own = contacts[which];
      if (byHand !== undefined) return { contacts: [byHand[which]], anchor: 0 };
      // Without contacts the beginnings are tied.
      return own.length === 0
        ? { contacts: [0], anchor: 0 }
        : { contacts: own, anchor: Math.min(anchors[which], own.length - 1) };
    };
    return {
      mode: canPhase && byHand === undefined ? mode : 'time',
      ...{ first: of('first'), second: of('second'), offsetFrames },
    };
  }, [contacts, byHand, anchors, canPhase, mode, offsetFrames]);
  const pair = usePair(first, second);
  useEffect(() => {
    pair.tie(otherFrameOf(tie, { first: first.times, second: second.times }));
  }, [pair, tie, first.times, second.times]);
  useEffect(() => {
    const { anchor, contacts: own } = tie.first;
    // It begins where the clips are tied, once.
    if (pair.store.getState().frame === 0) pair.seek(frameOf(first.times, own[anchor] ?? 0));
  }, [pair, first.times, tie.first]);
  return {
    ...{ pair, tie, foot, setMode, canPhase },
    isByHand: byHand !== undefined,
    setFoot(next) {
      setByHand(undefined);
      setFoot(next);
    },
    moveAnchor(which, by) {
      setByHand(undefined);
      const at = contacts[which].length - 1;
      setAnchors((now) => ({ ...now, [which]: Math.max(0, Math.min(at, Math.min(now[which], at) + by)) }));
    },
    moveOffset: (by) => setOffset((now) => now + by),
    clearOffset: () => setOffset(0),
    tieHere() {
      const at = (one: ComparedClip) => one.times[one.player.store.getState().frame] ?? 0;
      setOffset(0);
      setByHand({ first: at(first), second: at(second) });
    },
  };
}

const frameOf = (times: Float64Array, time: number): number =>
  Math.max(
    0,
    times.findIndex((one) => one >= time - 1e-9),
  );

const contactsOf = ({ analysis, clip }: ComparedClip, foot: Side): number[] =>
  contactTimes(analysis?.strides ?? [], clip.id, foot);

function usePair(first: ComparedClip, second: ComparedClip): PairPlayer {
  const pair = useMemo(
    () =>
      createPairPlayer({
        ...{ first: first.player, second: second.player, times: first.times },
        nextTick: (tick) => requestAnimationFrame(tick),
        cancelTick: (handle) => cancelAnimationFrame(handle),
      }),
    [first.player, second.player, first.times],
  );
  useEffect(() => () => pair.close(), [pair]);
  return pair;
}
