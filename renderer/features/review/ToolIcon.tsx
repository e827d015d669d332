const PATHS = {
  play: 'M8 5v14l11-7z',
  pause: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z',
  reverse: 'M16 5v14L5 12z',
  stepBack: 'M17 6v12l-9-6zM5 6h2v12H5z',
  stepForward: 'M7 6v12l9-6zM17 6h2v12h-2z',
  previous: 'M11 6v12l-8-6zM20 6v12l-8-6z',
  next: 'M13 6v12l8-6zM4 6v12l8-6z',
  copy: 'M9 9h10v11H9zM6 16H5V4h10v2h-4v1H7v9z',
  done: 'M9.5 18.5L3.5 12.5l2-2 4 4 9-9 2 2z',
  undo: 'M9 6V2L3 8l6 6v-4c5 0 8 2 10 6 0-6-4-10-10-10z',
  redo: 'M15 6V2l6 6-6 6v-4c-5 0-8 2-10 6 0-6 4-10 10-10z',
} as const;

export type ToolIconName = keyof typeof PATHS;

/** Filled sign of a playback or editing tool. */
export function ToolIcon({ name, size = 20 }: { name: ToolIconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
