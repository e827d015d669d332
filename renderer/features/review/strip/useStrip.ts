import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { acceptEdit, moveEdit, type RejectReason, rejectEdit } from '../editing.ts';
import type { ReviewEvent } from '../reviewEvents.ts';
import type { Editing } from '../useEditing.ts';
import { nextWaiting, type StripChoice, stripOrder } from './stripOrder.ts';

export interface Strip {
  readonly isOpen: boolean;
  readonly choice: StripChoice;
  readonly isDoubtfulFirst: boolean;
  /** Events to be walked through, and how many of them a coach has decided on. */
  readonly count: number;
  readonly decided: number;
  /** Place of the event at hand among them, from 1; undefined where it is none of them. */
  readonly place: number | undefined;
  /** Frames by which the event at hand would be moved. */
  readonly shift: number;
  readonly next: ReviewEvent | undefined;
  readonly setChoice: (choice: StripChoice) => void;
  readonly setDoubtfulFirst: (isFirst: boolean) => void;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly shiftBy: (frames: number) => void;
  /** The event at hand stands where it is shown; on to the next one that waits. */
  readonly accept: () => void;
  readonly reject: (reason: RejectReason) => void;
  /** On without a decision. */
  readonly go: (direction: 1 | -1) => void;
  readonly undo: () => void;
}

export interface StripOptions {
  readonly clipId: string;
  readonly events: readonly ReviewEvent[];
  readonly selected: ReviewEvent | undefined;
  /** Shows an event, or the frame that many after it. */
  readonly show: (event: ReviewEvent, shift?: number) => void;
  readonly times: Float64Array;
  readonly editing: Editing;
}

/** The walk through the events of a clip: one decision, and the next one is there. */
export function useStrip(options: StripOptions): Strip {
  const { clipId, events, selected, show, times, editing } = options;
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState<StripChoice>('contacts');
  const [isDoubtfulFirst, setDoubtfulFirst] = useState(true);
  const [shift, setShift] = useState(0);
  /** Decisions on their way to the host: the next event does not wait for them. */
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const history = useRef<string[]>([]);
  const order = useMemo(() => stripOrder(events, choice, isDoubtfulFirst), [events, choice, isDoubtfulFirst]);
  const byKey = useMemo(() => new Map(events.map((event) => [event.key, event])), [events]);
  const isWaiting = useCallback(
    (key: string) => byKey.get(key)?.state === 'auto' && !underWay.has(key),
    [byKey, underWay],
  );
  const key = selected?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event begins where it stands
  useEffect(() => setShift(0), [key]);

  const goTo = (wanted: string | undefined): void => {
    const event = wanted === undefined ? undefined : byKey.get(wanted);
    if (event !== undefined) show(event);
  };
  const decide = (edit: Parameters<Editing['add']>[0] | undefined): void => {
    if (selected === undefined) return;
    const decided = selected;
    if (edit !== undefined) {
      history.current.push(decided.key);
      setUnderWay((now) => new Set(now).add(decided.key));
      void editing.add(edit).then((isTaken) => {
        setUnderWay((now) => new Set([...now].filter((one) => one !== decided.key)));
        if (isTaken) return;
        // Refused: the coach is brought back to it, beside the reason.
        history.current = history.current.filter((one) => one !== decided.key);
        show(decided);
      });
    }
    setShift(0);
    goTo(nextWaiting(order, decided.key, (one) => one !== decided.key && isWaiting(one)));
  };
  const first = () => {
    const here = selected !== undefined && order.includes(selected.key) ? selected.key : undefined;
    return here ?? nextWaiting(order, undefined, isWaiting) ?? order[0];
  };
  const place = key === undefined ? -1 : order.indexOf(key);
  const upcoming = nextWaiting(order, key, (one) => one !== key && isWaiting(one));
  return {
    ...{ isOpen, choice, isDoubtfulFirst, shift, setDoubtfulFirst },
    count: order.length,
    decided: order.filter((one) => !isWaiting(one)).length,
    place: place < 0 ? undefined : place + 1,
    next: upcoming === undefined ? undefined : byKey.get(upcoming),
    setChoice(wanted) {
      setChoice(wanted);
      const keys = stripOrder(events, wanted, isDoubtfulFirst);
      goTo(nextWaiting(keys, undefined, isWaiting) ?? keys[0]);
    },
    toggle() {
      if (!isOpen) goTo(first());
      setShift(0);
      setOpen(!isOpen);
    },
    close: () => setOpen(false),
    shiftBy(frames) {
      if (selected === undefined || selected.state === 'rejected') return;
      const wanted = Math.max(0, Math.min(times.length - 1, selected.frame + shift + frames));
      setShift(wanted - selected.frame);
      show(selected, wanted - selected.frame);
    },
    accept() {
      if (selected === undefined || selected.state === 'rejected') return decide(undefined);
      const timeS = times[selected.frame + shift];
      if (shift !== 0 && timeS !== undefined) decide(moveEdit(clipId, selected, timeS));
      else decide(selected.state === 'auto' ? acceptEdit(clipId, selected) : undefined);
    },
    reject(reason) {
      if (selected === undefined || selected.state === 'rejected') return decide(undefined);
      decide(rejectEdit(clipId, selected, reason));
    },
    go(direction) {
      if (order.length === 0) return;
      goTo(order[(Math.max(0, place) + direction + order.length) % order.length]);
    },
    undo() {
      editing.undo();
      goTo(history.current.pop());
    },
  };
}
