import styles from './FileLinks.module.css';
import { Icon } from './Icon.tsx';

export interface FileLink {
  readonly name: string;
  /** What a click does, in words. */
  readonly label: string;
  readonly bytes: number;
  readonly url: string;
}

/** Files to be saved. */
export function FileLinks({ files }: { files: readonly FileLink[] }) {
  return (
    <ul className={styles.files}>
      {files.map(({ name, label, bytes, url }) => (
        <li key={name}>
          <a className={styles.file} href={url} download={name}>
            <Icon name="download" />
            <span>{label}</span>
            <span className={styles.size}>{bytesText(bytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** "1.2 MB" */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
