import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ALIGNMENT_COLOURS, alignmentShapes } from '../../../../shared/picture/alignmentShapes.ts';
import { drawShapes, type TextPen } from '../../../overlay/drawShapes.ts';
import { OverlayLayer } from '../../../overlay/OverlayLayer.tsx';
import type { Player } from '../../../player/player.ts';
import styles from '../Stage.module.css';
import type { StageView } from '../useStageView.ts';
import type { Aligning } from './useAligning.ts';

/** Number from its line, CSS pixels. */
const APART_PX = 22;

/** The definitions drawn on the frame of the contact; the card says the same in words. */
export function AlignmentOverlay({
  player,
  view,
  aligning: { contact, frame },
}: {
  player: Player;
  view: StageView;
  aligning: Aligning;
}) {
  const shown = useStore(player.store, (state) => state.shownFrame);
  const isHere = frame !== undefined && shown === frame;
  const draw = useMemo(() => {
    if (!isHere || contact === undefined) return undefined;
    return (pen: TextPen) => {
      for (const line of contact.lines)
        drawShapes(
          pen,
          alignmentShapes(line, APART_PX / view.view.scale),
          ALIGNMENT_COLOURS[line.id],
          view.view,
        );
    };
  }, [isHere, contact, view.view]);
  return <OverlayLayer layer="pose" draw={draw} stage={view.stage} className={styles.canvas} />;
}
