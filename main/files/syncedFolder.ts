/** Folder names by which cloud services are known on Windows, macOS and Linux. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^onedrive([ -].+)?$/i, 'OneDrive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^(google ?drive([ -].+)?|my drive)$/i, 'Google Drive'],
  [/^(nextcloud|owncloud|pcloud ?drive|box sync)$/i, 'a sync service'],
];

/**
 * Name of the cloud service that seems to sync the folder, undefined otherwise. A synced database can be damaged by a
 * second computer that opens it.
 */
export function syncServiceOf(folder: string): string | undefined {
  const segments = folder.split(/[/\\]/);
  for (const segment of segments) {
    const service = SERVICES.find(([pattern]) => pattern.test(segment));
    if (service !== undefined) return service[1];
  }
  return /[/\\]Library[/\\]CloudStorage[/\\]/.test(`${folder}/`) ? 'a sync service' : undefined;
}
