import { useEffect, useRef, useState } from 'react';
import { bestSource, openReader, type PlayableClip } from './openReader.ts';
import { createPlayer, type Player } from './player.ts';

/**
 * The player of a clip while the component is shown; undefined while it is being opened. When a proxy appears or goes,
 * the pictures come from the better source from then on, at the same frame. A clip that is turned is opened anew.
 * @param times true seconds of all frames
 */
export function usePlayer(clip: PlayableClip, times: Float64Array | undefined): Player | undefined {
  const [player, setPlayer] = useState<Player>();
  const newest = useRef(clip);
  newest.current = clip;
  const source = bestSource(clip);
  const openedSource = useRef(source);
  const { id, turn } = clip;
  useEffect(() => {
    if (times === undefined || newest.current.id !== id || newest.current.turn !== turn) return;
    let isGone = false;
    let opened: Player | undefined;
    openedSource.current = bestSource(newest.current);
    void openReader(newest.current).then((reader) => {
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
  }, [id, times, turn]);
  useEffect(() => {
    if (player === undefined || openedSource.current === source) return;
    openedSource.current = source;
    let isGone = false;
    void openReader(newest.current).then((reader) => {
      if (isGone) reader.close();
      else player.setReader(reader);
    });
    return () => {
      isGone = true;
    };
  }, [player, source]);
  return player;
}
