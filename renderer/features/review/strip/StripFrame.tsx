import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './strip.module.css';
import type { Crop } from './stripCrop.ts';

export interface StripFrameProps {
  readonly frame: number;
  /** True seconds from the event as it stands. */
  readonly awayS: number;
  readonly picture: HTMLCanvasElement | undefined;
  readonly crop: Crop;
  /** Where the event stands or would be moved to. */
  readonly isChosen: boolean;
  /** Where it was found. */
  readonly isAuto: boolean;
  readonly onChoose: () => void;
}

/** One picture of the foot, with the ground under it; choosing it puts the event there. */
export function StripFrame(props: StripFrameProps) {
  const { t } = useTranslation();
  const { frame, awayS, picture, crop, isChosen, isAuto, onChoose } = props;
  const place = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = place.current;
    const pen = canvas?.getContext('2d');
    if (canvas === null || pen === null || pen === undefined) return;
    if (picture === undefined) {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      return;
    }
    canvas.width = picture.width;
    canvas.height = picture.height;
    pen.drawImage(picture, 0, 0);
    if (crop.groundY === undefined) return;
    const y = ((crop.groundY - crop.y) * picture.height) / crop.size;
    pen.setLineDash([10, 8]);
    for (const [colour, width] of LINES) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(0, y);
      pen.lineTo(picture.width, y);
      pen.stroke();
    }
  }, [picture, crop]);
  const ms = Math.round(1000 * awayS);
  const away = ms === 0 ? t('review.strip.here') : `${ms < 0 ? '−' : '+'}${Math.abs(ms)} ms`;
  return (
    <li>
      <button
        type="button"
        className={styles.frame}
        aria-pressed={isChosen}
        data-decoded={picture !== undefined || undefined}
        data-frame={frame}
        onClick={onChoose}
      >
        <canvas ref={place} />
        <span className={styles.label}>
          <strong>{frame}</strong> {away}
          {isAuto && <span className={styles.auto}>{t('review.strip.auto')}</span>}
        </span>
      </button>
    </li>
  );
}

const LINES = [
  ['rgb(0 0 0 / 55%)', 4],
  ['rgb(255 255 255 / 85%)', 1.5],
] as const;
