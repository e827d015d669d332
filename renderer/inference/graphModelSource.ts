import { graphModelFileUrl } from '../../shared/contract/mediaUrls.ts';
import type { GraphModelInfo } from '../../shared/contract/modelSchemas.ts';

/** Where a worker finds the files of a graph model: all of them from the app's own origin. */
export interface GraphModelSource {
  readonly kind: GraphModelInfo['kind'];
  /** Address by file name. */
  readonly files: Readonly<Record<string, string>>;
}

export const graphModelSource = (
  { id, kind, files }: GraphModelInfo,
  absolute: (address: string) => string,
): GraphModelSource => ({
  kind,
  files: Object.fromEntries(files.map(({ name }) => [name, absolute(graphModelFileUrl(id, name))])),
});
