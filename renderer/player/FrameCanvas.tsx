import { useEffect, useRef } from 'react';
import type { Size, ViewTransform } from '../overlay/viewTransform.ts';
import { drawFrame } from './drawFrame.ts';
import type { Player } from './player.ts';

export interface FrameCanvasProps {
  readonly player: Player;
  /** Upright picture. */
  readonly image: Size;
  /** CSS pixels of the canvas. */
  readonly stage: Size;
  readonly view: ViewTransform;
  readonly className?: string | undefined;
}

/** Shows the player's frame; `data-frame` tells which one is drawn, `data-source` where it came from. */
export function FrameCanvas({ player, image, stage, view, className }: FrameCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d', { alpha: true });
    const place = canvas.current;
    if (pen === undefined || pen === null || place === null) return;
    const pixelRatio = window.devicePixelRatio;
    place.width = Math.round(stage.width * pixelRatio);
    place.height = Math.round(stage.height * pixelRatio);
    const draw = (frame: Parameters<typeof drawFrame>[1]): void => {
      drawFrame(pen, frame, view, image, pixelRatio);
      place.dataset['source'] = player.store.getState().source;
      place.dataset['frame'] = String(frame.index);
    };
    const shown = player.current();
    if (shown !== undefined) draw(shown);
    return player.onFrame(draw);
  }, [player, image, stage, view]);
  return <canvas ref={canvas} className={className} />;
}
