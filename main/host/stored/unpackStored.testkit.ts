import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { extract } from 'tar-stream';

/** Unpacks what an earlier version stored (`v12.tar.br`: a library, a case, a backup, and what was in them) into a folder. */
export async function unpackStored(fixture: string, folder: string): Promise<void> {
  const reader = extract();
  reader.end(brotliDecompressSync(readFileSync(join(import.meta.dirname, fixture))));
  for await (const entry of reader) {
    const file = join(folder, entry.header.name);
    mkdirSync(dirname(file), { recursive: true });
    // A stream of streamx is a readable stream to Node, by another type.
    writeFileSync(file, await buffer(entry as unknown as Readable));
  }
}
