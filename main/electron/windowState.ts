import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Area, WindowApi } from './electronApi.ts';

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
});
export type WindowState = z.output<typeof stateSchema>;

/** This much of the window's upper edge must be on a screen, so that it can be taken hold of. */
const GRIP = { width: 120, height: 40 } as const;

/** How the window was left; undefined the first time, or where the screen that it was on is gone. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState | undefined {
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  const { data } = stateSchema.safeParse(told);
  return data !== undefined && screens.some((screen) => canBeHeld(data, screen)) ? data : undefined;
}

function canBeHeld({ x, y, width }: Area, screen: Area): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return across >= GRIP.width && y >= screen.y && y + GRIP.height <= screen.y + screen.height;
}

/** Keeps how the window is left. What cannot be written costs nothing: the next start has the usual size. */
export function keepWindowState(window: WindowApi, file: string): void {
  window.on('close', () => {
    const state: WindowState = {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    };
    try {
      mkdirSync(dirname(file), { recursive: true });
      // At once: the app may end right after its window. Half a file is read as none.
      writeFileSync(file, JSON.stringify(state));
    } catch {
      // As above.
    }
  });
}
