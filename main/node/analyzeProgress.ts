import { Presets, SingleBar } from 'cli-progress';

export interface ProgressView {
  stage(name: string): void;
  frames(done: number, total: number, fps: number): void;
  end(): void;
}

/** A bar with stage, frames/s and time left on a terminal; plain lines, a tenth of the way each, otherwise. */
export function progressView(stream: NodeJS.WriteStream = process.stderr): ProgressView {
  return stream.isTTY ? barView(stream) : lineView(stream);
}

function barView(stream: NodeJS.WriteStream): ProgressView {
  const format = '{stage} {bar} {percentage} % | {fps} frames/s | {eta_formatted} left';
  const bar = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true, barsize: 28 },
    Presets.shades_classic,
  );
  let name = '';
  let started = false;
  const end = () => {
    if (started) bar.stop();
    started = false;
  };
  return {
    stage(next) {
      end();
      name = next;
      stream.write(`${next}…\n`);
    },
    frames(done, total, fps) {
      const shown = { stage: name, fps: fps > 0 ? fps.toFixed(0) : '–' };
      if (!started) bar.start(total, done, shown);
      else bar.update(done, shown);
      started = true;
    },
    end,
  };
}

function lineView(stream: NodeJS.WriteStream): ProgressView {
  let tenth = -1;
  let name = '';
  return {
    stage(next) {
      tenth = -1;
      name = next;
      stream.write(`${next}…\n`);
    },
    frames(done, total, fps) {
      const now = total === 0 ? 0 : Math.floor((10 * done) / total);
      if (now === tenth) return;
      tenth = now;
      const left = fps > 0 ? `, ${Math.ceil((total - done) / fps)} s left` : '';
      stream.write(
        `${name}: ${done} of ${total} frames${fps > 0 ? `, ${fps.toFixed(0)} frames/s` : ''}${left}\n`,
      );
    },
    end() {},
  };
}
