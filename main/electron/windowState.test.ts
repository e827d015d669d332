import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { WindowApi } from './electronApi.ts';
import { filesAmong } from './openedFiles.ts';
import { keepWindowState, readWindowState } from './windowState.ts';

const folder = mkdtempSync(join(tmpdir(), 'midstance-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const SCREEN = { x: 0, y: 25, width: 1440, height: 875 };

describe('how the window was left', () => {
  const file = join(folder, 'state', 'window.json');
  const left = { x: 100, y: 80, width: 1100, height: 700, isMaximized: true, isFullScreen: false };

  it('is kept when it closes, and is there at the next start', () => {
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
    let close = (): void => undefined;
    const { isMaximized, isFullScreen, ...bounds } = left;
    const window = {
      on: (_: 'close', listener: () => void) => {
        close = listener;
      },
      getNormalBounds: () => bounds,
      isMaximized: () => isMaximized,
      isFullScreen: () => isFullScreen,
    };
    keepWindowState(window as unknown as WindowApi, file);
    close();
    expect(readWindowState(file, [SCREEN])).toEqual(left);
  });

  it('is forgotten where its screen is gone, its edge is out of reach, or the file is damaged', () => {
    const at = (change: object) => writeFileSync(file, JSON.stringify({ ...left, ...change }));
    at({ x: 1500 });
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
    expect(readWindowState(file, [SCREEN, { ...SCREEN, x: 1440 }])).toMatchObject({ x: 1500 });
    at({ y: 10 });
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
    at({ x: -1050 });
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
    at({ width: 3 });
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
    writeFileSync(file, readFileSync(file).subarray(0, 20));
    expect(readWindowState(file, [SCREEN])).toBeUndefined();
  });
});

it('finds the files among the arguments of a start', () => {
  writeFileSync(join(folder, 'Ann runs.mp4'), '');
  const whole = join(folder, 'Ann runs.mp4');
  expect(filesAmong(['--inspect', 'Ann runs.mp4', whole, 'gone.mp4', '.', '-x'], folder)).toEqual([
    whole,
    whole,
  ]);
});
