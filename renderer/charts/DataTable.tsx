import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { copyToClipboard } from '../ui/copyToClipboard.ts';
import { type CsvCell, csvText } from './csvText.ts';
import styles from './DataTable.module.css';

export interface DataTableProps {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly head: readonly string[];
  /** Shown; built when the table is opened. */
  readonly rows: () => readonly (readonly string[])[];
  /** Everything, head and all; built when it is copied. */
  readonly csv: () => readonly (readonly CsvCell[])[];
}

/** The numbers behind a chart: to be read, and to be copied as CSV. */
export function DataTable({ caption, head, rows, csv }: DataTableProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  return (
    <div className={styles.data}>
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={
            isOpen ? t('graphs.hideTableOf', { name: caption }) : t('graphs.showTableOf', { name: caption })
          }
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('graphs.hideTable') : t('graphs.showTable')}
        </button>
        {isOpen && (
          <Button
            variant="quiet"
            onClick={() =>
              void copyToClipboard(csvText(csv())).then((isCopied) =>
                setOutcome(isCopied ? 'copied' : 'notCopied'),
              )
            }
          >
            {t('graphs.copyCsv')}
          </Button>
        )}
        <output className={styles.outcome}>{outcome !== undefined && t(`graphs.${outcome}`)}</output>
      </div>
      {isOpen && (
        // A region that scrolls must be reachable by the keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={styles.scroll} tabIndex={0} aria-label={caption}>
          <table>
            <caption className="visuallyHidden">{caption}</caption>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, i) =>
                    i === 0 ? (
                      <th key={head[i]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={head[i]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
