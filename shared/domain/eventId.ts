/** The id of an event that nobody knew before; what is known keeps its own (`shared/gait/eventIds.ts`). */
export const firstEventId = ({ side, type, frame }: { side: string; type: string; frame: number }): string =>
  `${side}-${type}-${frame}`;
