import { useEffect, useState } from 'react';
import { openReader, type PlayableClip } from './openReader.ts';
import { createPlayer, type Player } from './player.ts';

/**
 * The player of a clip while the component is shown; undefined while it is being opened.
 * @param times true seconds of all frames
 */
export function usePlayer(clip: PlayableClip, times: Float64Array | undefined): Player | undefined {
  const [player, setPlayer] = useState<Player>();
  const { id, width, height, frameCount, needsProxy, hasProxy } = clip;
  useEffect(() => {
    if (times === undefined) return;
    let isGone = false;
    let opened: Player | undefined;
    void openReader({ id, width, height, frameCount, needsProxy, hasProxy }).then((reader) => {
      if (isGone) return reader.close();
      opened = createPlayer({
        reader,
        times,
        nextTick: (tick) => requestAnimationFrame(tick),
        cancelTick: (handle) => cancelAnimationFrame(handle),
      });
      opened.seek(0);
      setPlayer(opened);
    });
    return () => {
      isGone = true;
      setPlayer(undefined);
      opened?.close();
    };
  }, [id, width, height, frameCount, needsProxy, hasProxy, times]);
  return player;
}
