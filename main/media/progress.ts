/** Frame count of a line written by ffmpeg's `-progress`; undefined for every other line. */
export function parseProgressFrame(line: string): number | undefined {
  const found = /^frame=\s*(\d+)/.exec(line);
  return found === null ? undefined : Number(found[1]);
}
