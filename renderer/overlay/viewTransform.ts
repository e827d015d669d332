/** Pixels of the upright picture. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels of the stage, from its upper left corner. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the picture lies on the stage: canvas = image * scale + offset. */
export interface ViewTransform {
  /** Canvas pixels per image pixel. */
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Zoom (1 = the whole picture) and the picture's point in the middle of the stage. Independent of the stage's size. */
export interface Zoom {
  readonly factor: number;
  readonly centre: ImagePoint;
}

export const LARGEST_ZOOM = 8;

export const canvasFromImage = (view: ViewTransform, point: ImagePoint): CanvasPoint => ({
  x: point.x * view.scale + view.offsetX,
  y: point.y * view.scale + view.offsetY,
});

export const imageFromCanvas = (view: ViewTransform, point: CanvasPoint): ImagePoint => ({
  x: (point.x - view.offsetX) / view.scale,
  y: (point.y - view.offsetY) / view.scale,
});

export const wholePicture = (image: Size): Zoom => ({
  factor: 1,
  centre: { x: image.width / 2, y: image.height / 2 },
});

/** Scale at which the whole picture just fits the stage. */
const fitScale = (image: Size, stage: Size): number =>
  Math.max(1e-6, Math.min(stage.width / image.width, stage.height / image.height));

export function viewOf({ factor, centre }: Zoom, image: Size, stage: Size): ViewTransform {
  const scale = fitScale(image, stage) * factor;
  return {
    scale,
    offsetX: stage.width / 2 - centre.x * scale,
    offsetY: stage.height / 2 - centre.y * scale,
  };
}

/** Zooms by a ratio, keeping the picture's point under `at` where it is. */
export function zoomAt(zoom: Zoom, ratio: number, at: CanvasPoint, image: Size, stage: Size): Zoom {
  const factor = clamp(zoom.factor * ratio, 1, LARGEST_ZOOM);
  const held = imageFromCanvas(viewOf(zoom, image, stage), at);
  const scale = fitScale(image, stage) * factor;
  const centre = {
    x: held.x - (at.x - stage.width / 2) / scale,
    y: held.y - (at.y - stage.height / 2) / scale,
  };
  return withinPicture({ factor, centre }, image, stage);
}

/** Moves the picture by canvas pixels. */
export function panBy(zoom: Zoom, dx: number, dy: number, image: Size, stage: Size): Zoom {
  const scale = fitScale(image, stage) * zoom.factor;
  const centre = { x: zoom.centre.x - dx / scale, y: zoom.centre.y - dy / scale };
  return withinPicture({ ...zoom, centre }, image, stage);
}

/** The same zoom with a point in the middle, also where that leaves a part of the stage empty: feet are at the edge. */
export const centredOn = ({ factor }: Zoom, centre: ImagePoint): Zoom => ({ factor, centre });

/** No empty stage where there is picture to show; a picture smaller than the stage stays in the middle. */
function withinPicture({ factor, centre }: Zoom, image: Size, stage: Size): Zoom {
  const scale = fitScale(image, stage) * factor;
  const along = (value: number, length: number, room: number) => {
    const half = room / 2 / scale;
    // A hair of rounding must not move a picture that just fits.
    return half * 2 >= length * (1 - 1e-9) ? length / 2 : clamp(value, half, length - half);
  };
  return {
    factor,
    centre: { x: along(centre.x, image.width, stage.width), y: along(centre.y, image.height, stage.height) },
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
