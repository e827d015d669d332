import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { Analysis, Edit, Finding } from '../../../shared/domain/analysis.ts';
import type { Drawing, DrawingInput } from '../../../shared/domain/drawing.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';

export interface Editing {
  /** Whether it was taken; why not is told as `problem`. */
  readonly add: (edit: Edit) => Promise<boolean>;
  /** Stores a new drawing, or a drawing as it was changed. */
  readonly draw: (drawing: DrawingInput | Drawing) => Promise<boolean>;
  readonly removeDrawing: (id: string) => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly confirm: (finding: Finding, confirmed: boolean) => void;
  readonly recompute: () => void;
  /** The numbers are being worked out again. */
  readonly isMeasuring: boolean;
  /** Why the last change was refused. */
  readonly problem: unknown;
  readonly clearProblem: () => void;
}

/** Changes of a session's events and findings, and drawings; each is stored at once and the numbers follow. */
export function useEditing(sessionId: string, analysis: Analysis | undefined): Editing {
  const { client, run } = useHost();
  const cache = useQueryClient();
  const [isMeasuring, setMeasuring] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  /** Changes are sent one after the other, in the order they were made. */
  const last = useRef<Promise<void>>(Promise.resolve());
  const sending = useRef(0);
  /** Something was changed on which numbers depend. */
  const isUnmeasured = useRef(false);
  /** Measuring waits for no change and no change waits for it: what came meanwhile is measured next. */
  const measuring = useRef({ isUnderWay: false, isStale: false });
  const startDate = analysis?.plan?.start_date ?? null;

  const measure = useCallback(async () => {
    const state = measuring.current;
    state.isStale = true;
    if (state.isUnderWay) return;
    state.isUnderWay = true;
    setMeasuring(true);
    try {
      // Only the last of several quick changes is measured.
      while (state.isStale && sending.current === 0) {
        state.isStale = false;
        await run('analysis.run', { sessionId, startDate });
        if (!state.isStale)
          await cache.invalidateQueries({ queryKey: queries.analysis(client, sessionId).queryKey });
      }
    } catch (error) {
      setProblem(error);
    } finally {
      state.isUnderWay = false;
      setMeasuring(false);
    }
  }, [cache, client, run, sessionId, startDate]);

  const change = useCallback(
    (send: (() => Promise<EditsState>) | undefined): Promise<boolean> => {
      setProblem(undefined);
      sending.current++;
      let tell: (isStored: boolean) => void = () => undefined;
      const stored = new Promise<boolean>((resolve) => {
        tell = resolve;
      });
      last.current = last.current.then(async () => {
        let isStored = false;
        try {
          const { queryKey } = queries.edits(client, sessionId);
          const before = cache.getQueryData<EditsState>(queryKey);
          const after = await send?.();
          if (after !== undefined) cache.setQueryData(queryKey, after);
          if (after === undefined || hasSameDrawings(before, after)) isUnmeasured.current = true;
          isStored = true;
        } catch (error) {
          setProblem(error);
        }
        sending.current--;
        tell(isStored);
        if (sending.current > 0 || !isUnmeasured.current) return;
        isUnmeasured.current = false;
        void measure();
      });
      return stored;
    },
    [cache, client, sessionId, measure],
  );

  return {
    add: (edit) => change(() => client.edits.add({ sessionId, edit })),
    draw: (drawing) =>
      change(() =>
        'id' in drawing
          ? client.drawings.change({ sessionId, drawing })
          : client.drawings.add({ sessionId, drawing }),
      ),
    removeDrawing: (id) => change(() => client.drawings.remove({ sessionId, id })),
    undo: () => void change(() => client.edits.undo({ sessionId })),
    redo: () => void change(() => client.edits.redo({ sessionId })),
    confirm: ({ rule, side }, confirmed) =>
      void change(() => client.findings.confirm({ sessionId, rule, side, confirmed })),
    recompute: () => void change(undefined),
    isMeasuring,
    problem,
    clearProblem: () => setProblem(undefined),
  };
}

/** A change is one of drawings, which no number depends on, or one of everything else. */
const hasSameDrawings = (before: EditsState | undefined, after: EditsState): boolean =>
  before === undefined || JSON.stringify(before.drawings) === JSON.stringify(after.drawings);
