import { useTranslation } from 'react-i18next';
import styles from './guide.module.css';

/** The phone as seen from above, its lens to the right. */
const Phone = ({ x, y, turn }: { x: number; y: number; turn: number }) => (
  <g transform={`translate(${x} ${y}) rotate(${turn})`}>
    <path className={styles.sight} d="M6 0L150 -34V34Z" />
    <rect className={styles.phone} x={-6} y={-15} width={9} height={30} rx={3} />
    <circle className={styles.lens} cx={4} cy={0} r={3} />
  </g>
);

/** Belt and runner as seen from above, running up. */
const Belt = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect className={styles.belt} x={-20} y={-48} width={40} height={96} rx={5} />
    <path className={styles.arrow} d="M0 40V-36M-7 -26L0 -38L7 -26" />
    <ellipse className={styles.body} cx={0} cy={4} rx={15} ry={7} />
    <circle className={styles.body} cx={0} cy={1} r={6} />
  </g>
);

const Distance = ({ from, to, label }: { from: [number, number]; to: [number, number]; label: string }) => {
  const isUpright = from[0] === to[0];
  return (
    <g>
      <path className={styles.measure} d={`M${from.join(' ')}L${to.join(' ')}`} />
      <text
        className={styles.mark}
        x={(from[0] + to[0]) / 2 + (isUpright ? 8 : 0)}
        y={(from[1] + to[1]) / 2 + (isUpright ? 4 : -6)}
        textAnchor={isUpright ? 'start' : 'middle'}
      >
        {label}
      </text>
    </g>
  );
};

export function SideDrawing() {
  const { t } = useTranslation();
  return (
    <svg className={styles.drawing} viewBox="0 0 240 130" role="img" aria-label={t('guide.side.drawing')}>
      <Phone x={36} y={62} turn={0} />
      <Belt x={196} y={62} />
      <path className={styles.angle} d="M176 50H164V62" />
      <text className={styles.mark} x={150} y={46} textAnchor="end">
        {t('guide.marks.angle')}
      </text>
      <Distance from={[36, 116]} to={[196, 116]} label={t('guide.marks.distanceSide')} />
    </svg>
  );
}

export function RearDrawing() {
  const { t } = useTranslation();
  return (
    <svg className={styles.drawing} viewBox="0 0 240 190" role="img" aria-label={t('guide.rear.drawing')}>
      <path className={styles.middle} d="M110 2V186" />
      <Phone x={110} y={174} turn={-90} />
      <Belt x={110} y={52} />
      <Distance from={[164, 172]} to={[164, 56]} label={t('guide.marks.distanceRear')} />
    </svg>
  );
}

export function PictureDrawing() {
  const { t } = useTranslation();
  return (
    <svg className={styles.drawing} viewBox="0 0 240 140" role="img" aria-label={t('guide.picture.drawing')}>
      <rect className={styles.frame} x={14} y={4} width={212} height={126} rx={6} />
      <path className={styles.middle} d="M67 4V130M173 4V130" />
      <g className={styles.runner}>
        <circle cx={124} cy={34} r={7} />
        <path d="M121 43L117 71M121 46L134 56L143 49M120 47L108 57L99 54M117 71L131 83L127 101L137 103M117 71L112 88L95 92L91 99" />
      </g>
      <path className={styles.ground} d="M26 105H214" />
      <path className={styles.measure} d="M200 5V26M200 106V129" />
      <text className={styles.mark} x={194} y={19} textAnchor="end">
        {t('guide.marks.room')}
      </text>
      <text className={styles.mark} x={194} y={122} textAnchor="end">
        {t('guide.marks.room')}
      </text>
      <path className={styles.hip} d="M22 71H112" />
      <text className={styles.mark} x={24} y={66}>
        {t('guide.marks.hip')}
      </text>
    </svg>
  );
}
