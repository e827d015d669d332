const PATHS = {
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  chart: 'M4 4v16h16M7.5 15l4-6 3.5 4L20 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  compare: 'M4 5h6.5v14H4zM13.5 5H20v14h-6.5z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  edit: 'M4 20l4-1L19 8l-3-3L5 16l-1 4zM14 7l3 3',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.5h4M4 14.5h4M16 9.5h4M16 14.5h4',
  gauge: 'M4 17a8 8 0 1116 0M12 17l4-6',
  info: 'M12 11v6M12 7.5v.5M12 21a9 9 0 110-18 9 9 0 010 18z',
  keyboard: 'M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8',
  library: 'M4 5h5v14H4zM9 5h5v14H9zM15 6l4-1 3 13-4 1z',
  next: 'M5 6l8 6-8 6zM18 6v12',
  pause: 'M8 5v14M16 5v14',
  person: 'M12 11a4 4 0 100-8 4 4 0 000 8zM4.5 21a7.5 7.5 0 0115 0',
  play: 'M7 4.5l12 7.5-12 7.5z',
  previous: 'M19 6l-8 6 8 6zM6 6v12',
  queue: 'M4 6h16M4 12h16M4 18h9M17 15.5v5l4-2.5z',
  refresh: 'M20 11a8 8 0 00-14-4.5L4 9M4 4v5h5M4 13a8 8 0 0014 4.5l2-2.5M20 20v-5h-5',
  report: 'M6 3h9l4 4v14H6zM9.5 12h6M9.5 16h6M9.5 8h2.5',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  settings:
    'M12 15.2a3.2 3.2 0 100-6.4 3.2 3.2 0 000 6.4zM12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8',
  redo: 'M15 14l5-5-5-5M20 9H9.5a5.5 5.5 0 000 11H13',
  stepBack: 'M15 6l-7 6 7 6',
  stepForward: 'M9 6l7 6-7 6',
  stop: 'M6 6h12v12H6z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  turnLeft: 'M4 4.5v5.5h5.5M4.8 10a8 8 0 111.5 7.3',
  turnRight: 'M20 4.5v5.5h-5.5M19.2 10a8 8 0 10-1.5 7.3',
  undo: 'M9 14L4 9l5-5M4 9h10.5a5.5 5.5 0 010 11H11',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17.5v.5',
} as const;

export type IconName = keyof typeof PATHS;

/** Line drawing beside a text; says nothing to screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
