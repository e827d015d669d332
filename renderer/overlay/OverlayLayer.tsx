import { useEffect, useRef } from 'react';
import type { Size } from './viewTransform.ts';

export interface OverlayLayerProps {
  /** `saved`: what stays on the frame; `pose`: the keypoints; `draft`: what the coach is about to change. */
  readonly layer: 'saved' | 'pose' | 'draft';
  readonly stage: Size;
  /** Draws the layer in CSS pixels; a new function draws it again, an absent one leaves it empty. */
  readonly draw: ((pen: CanvasRenderingContext2D) => void) | undefined;
  readonly className?: string | undefined;
}

/** One of the stacked canvases over the picture. What it shows is also told in words beside it. */
export function OverlayLayer({ layer, stage, draw, className }: OverlayLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const place = canvas.current;
    const pen = place?.getContext('2d');
    if (place === null || pen === null || pen === undefined) return;
    const pixelRatio = window.devicePixelRatio;
    // Setting the size also clears the canvas.
    place.width = Math.round(stage.width * pixelRatio);
    place.height = Math.round(stage.height * pixelRatio);
    pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    draw?.(pen);
  }, [stage, draw]);
  return <canvas ref={canvas} className={className} data-layer={layer} />;
}
