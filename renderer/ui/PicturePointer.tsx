import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PicturePointer.module.css';
import { Spinner } from './Spinner.tsx';

export interface PicturePointerProps {
  readonly src: string;
  readonly label: string;
  /** Size of the picture, its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Places to show, own pixels. */
  readonly boxes?: readonly { left: number; top: number; width: number; height: number }[];
  readonly onPoint: (point: { x: number; y: number }) => void;
}

const STEP = 0.02;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** A picture on which one place is chosen, by pointer or by arrow keys and Enter. */
export function PicturePointer({ src, label, width, height, boxes = [], onPoint }: PicturePointerProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<{ src: string; is: 'shown' | 'failed' } | undefined>();
  const is = state?.src === src ? state.is : 'loading';
  const [cross, setCross] = useState<{ x: number; y: number }>({ x: 0.5, y: 0.5 });
  const pick = ({ x, y }: { x: number; y: number }) => onPoint({ x: x * width, y: y * height });
  const onClick = (event: PointerEvent<HTMLButtonElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    pick({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (event.key === 'Enter' || event.key === ' ') pick(cross);
    else if (move !== undefined) {
      const clamp = (value: number) => Math.min(1, Math.max(0, value));
      setCross({ x: clamp(cross.x + move[0]), y: clamp(cross.y + move[1]) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const percent = (value: number, of: number) => `${(100 * value) / of}%`;
  return (
    <button
      type="button"
      className={styles.frame}
      style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(56vh * ${width / height})` }}
      aria-label={label}
      onPointerUp={onClick}
      onKeyDown={onKeyDown}
    >
      <img
        className={styles.picture}
        src={src}
        alt=""
        draggable={false}
        onLoad={() => setState({ src, is: 'shown' })}
        onError={() => setState({ src, is: 'failed' })}
      />
      {is !== 'shown' && (
        <span className={styles.state}>
          {is === 'loading' && <Spinner />}
          {t(is === 'loading' ? 'person.loading' : 'person.noPicture')}
        </span>
      )}
      {boxes.map((box) => (
        <span
          key={`${box.left} ${box.top}`}
          className={styles.box}
          style={{
            left: percent(box.left, width),
            top: percent(box.top, height),
            width: percent(box.width, width),
            height: percent(box.height, height),
          }}
        />
      ))}
      <span className={styles.cross} style={{ left: `${100 * cross.x}%`, top: `${100 * cross.y}%` }} />
    </button>
  );
}
