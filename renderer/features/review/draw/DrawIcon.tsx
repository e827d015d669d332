import type { DrawChoice } from './drawTools.ts';

/** Lines of 24 x 24 px. */
const PATHS: Readonly<Record<DrawChoice | 'follow' | 'remove', string>> = {
  hand: 'M6 3l12 9-6 1-3 6z',
  line: 'M5 19L19 5',
  arrow: 'M5 19L18 6M10 6h8v8',
  angle: 'M19 5L5 19h15M12 12a9 9 0 0 1 3 7',
  vertical: 'M6 20L15 5M6 20V4M6 9a11 11 0 0 1 6 1.5',
  horizontal: 'M4 18L18 8M4 18h16M13 18a9 9 0 0 0-1.5-5',
  circle: 'M12 4a8 8 0 1 0 .01 0z',
  freehand: 'M4 17c3-9 6-12 8-10s-4 8-1 9 5-6 9-5',
  text: 'M6 6h12M12 6v13',
  stopwatch: 'M12 6a7 7 0 1 0 .01 0zM12 9v4l2.5 2M10 3h4',
  counter: 'M6 6v12M10 6v12M14 6v12M18 6v12M3.5 15l17-6',
  rearfoot: 'M12 3v8M12 14l-2 7M12 11v10M10.5 3h3M9 14.5h3',
  follow: 'M12 9a3 3 0 1 0 .01 0zM12 3v4M12 17v4M3 12h4M17 12h4',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
};

export const DrawIcon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
);
