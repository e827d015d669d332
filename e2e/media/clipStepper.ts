import type { Page } from '@playwright/test';
import { SAMPLE_POINTS } from './numberCode.ts';

/** What the review showed after it was asked for a frame. */
export interface Shown {
  readonly asked: number;
  /** Brightness at the sample points of the picture. */
  readonly samples: readonly number[];
  readonly frameText: string;
  readonly trueTimeText: string;
  readonly fileTimeText: string;
  /** From the key to the picture, ms. */
  readonly tookMs: number;
}

/** `pressed`: the keys are pressed outside, on the real keyboard; here the picture is only waited for and read. */
export type Way = 'forward' | 'back' | 'typed' | 'pressed';

/** Where the review's picture comes from; still pictures are not what a coach steps through. */
export const sourceOf = (page: Page): Promise<string | undefined> =>
  page.locator('canvas[data-frame]').evaluate((canvas) => (canvas as HTMLCanvasElement).dataset['source']);

/**
 * Goes to each frame by the keys of the review, inside the page so that thousands of steps take no round trips: arrow
 * keys for neighbours, or the number typed. Reads the picture back from the canvas every time.
 * @throws Error where a frame does not come within 5 s
 */
export function stepThrough(page: Page, frames: readonly number[], way: Way): Promise<Shown[]> {
  return page.evaluate(stepInPage, { frames, way, points: SAMPLE_POINTS });
}

interface Order {
  readonly frames: readonly number[];
  readonly way: Way;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Runs in the page: may use nothing but its argument. */
async function stepInPage({ frames, way, points }: Order): Promise<Shown[]> {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]');
  const pen = canvas?.getContext('2d');
  if (canvas === null || pen === null || pen === undefined) throw new Error('invalid page: no picture');
  /** Enough to meet the middle of every cell of the code. */
  const GRID_PX = 18;
  const channel = new MessageChannel();
  /** Lets everything else have a turn, without the pause of a timer. */
  const turn = () =>
    new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    });
  /** Woken by changes of the page: asking again and again would take the core that decodes. */
  const until = (isReady: () => boolean, what: string) =>
    new Promise<void>((resolve, reject) => {
      if (isReady()) {
        resolve();
        return;
      }
      const late = setTimeout(() => {
        changes.disconnect();
        reject(new Error(`invalid page: waited for ${what}`));
      }, 5000);
      const changes = new MutationObserver(() => {
        if (!isReady()) return;
        changes.disconnect();
        clearTimeout(late);
        resolve();
      });
      changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  const textOf = (id: string) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? '';
  const press = (key: string, target: EventTarget) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const field = () => document.querySelector<HTMLInputElement>('[data-testid="frame"] input');
  const ask = async (frame: number) => {
    if (way === 'pressed') return;
    if (way !== 'typed') {
      press(way === 'forward' ? 'ArrowRight' : 'ArrowLeft', document.body);
      return;
    }
    press('n', document.body);
    await until(() => field() !== null, 'the field');
    const input = field();
    if (input === null) return;
    input.value = String(frame);
    press('Enter', input);
  };
  /** First and last pixel of the picture, along the middle row or column. */
  const extent = (pixels: Uint8ClampedArray): [number, number] => {
    const isThere = (i: number) => (pixels[4 * i + 3] ?? 0) > 200;
    let [first, last] = [0, pixels.length / 4 - 1];
    while (first < last && !isThere(first)) first++;
    while (last > first && !isThere(last)) last--;
    return [first, last + 1];
  };
  const { width, height } = canvas;
  const [left, right] = extent(pen.getImageData(0, height >> 1, width, 1).data);
  const [top, bottom] = extent(pen.getImageData(width >> 1, 0, 1, height).data);
  // One small copy to be read back: single pixels out of the large canvas cost a read of it each.
  const copy = new OffscreenCanvas(GRID_PX, GRID_PX).getContext('2d', { willReadFrequently: true });
  if (copy === null) throw new Error('invalid page: no canvas');
  copy.imageSmoothingEnabled = false;
  const readSamples = (): number[] => {
    copy.clearRect(0, 0, GRID_PX, GRID_PX);
    copy.drawImage(canvas, left, top, right - left, bottom - top, 0, 0, GRID_PX, GRID_PX);
    const { data } = copy.getImageData(0, 0, GRID_PX, GRID_PX);
    return points.map(({ x, y }) => {
      const at = 4 * (Math.floor(y * GRID_PX) * GRID_PX + Math.floor(x * GRID_PX));
      const [r = 0, g = 0, b = 0] = data.slice(at, at + 3);
      return Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
    });
  };
  const shown: Shown[] = [];
  for (const asked of frames) {
    const started = performance.now();
    await ask(asked);
    await until(() => canvas.dataset['frame'] === String(asked), `frame ${asked}`);
    const tookMs = performance.now() - started;
    await until(() => textOf('frame').startsWith(`${asked} /`), `the number ${asked}`);
    shown.push({
      asked,
      samples: readSamples(),
      frameText: textOf('frame'),
      trueTimeText: textOf('true-time'),
      fileTimeText: textOf('file-time'),
      tookMs,
    });
    await turn();
  }
  return shown;
}

/** "1:02.345" or "2.345 s" as seconds. */
export function secondsFrom(text: string): number {
  const [seconds = '', minutes = '0'] = text.replace('−', '-').split(':').reverse();
  return 60 * Number(minutes) + Number.parseFloat(seconds);
}
