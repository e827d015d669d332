import type { Size, ViewTransform } from '../overlay/viewTransform.ts';
import type { DecodedFrame } from './frameReader.ts';

/** From here on single pixels are shown as squares: smoothing would invent what is between them. */
const PIXELS_FROM_SCALE = 4;

/**
 * Draws a frame upright where the view puts it.
 * @param image size of the upright picture
 * @param pixelRatio device pixels per CSS pixel
 */
export function drawFrame(
  pen: CanvasRenderingContext2D,
  frame: DecodedFrame,
  view: ViewTransform,
  image: Size,
  pixelRatio: number,
): void {
  const { width, height } = image;
  const isLying = frame.rotation === 90 || frame.rotation === 270;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.translate(view.offsetX, view.offsetY);
  pen.scale(view.scale, view.scale);
  pen.translate(width / 2, height / 2);
  if (frame.flip) pen.scale(-1, 1);
  pen.rotate((frame.rotation * Math.PI) / 180);
  pen.imageSmoothingEnabled = view.scale * pixelRatio < PIXELS_FROM_SCALE;
  const [w, h] = isLying ? [height, width] : [width, height];
  pen.drawImage(frame.image, -w / 2, -h / 2, w, h);
}
