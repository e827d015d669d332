import { errorsOf, type LegContacts, type Timing } from './eventErrors.ts';
import { INK, linearScale, px, segment, text } from './plotSvg.ts';
import { placesOf, quantityName, signed } from './quantityNames.ts';
import { spreadOf } from './scoreEvents.ts';

export interface EventPanel {
  readonly fps: number;
  readonly contacts: readonly LegContacts[];
}

const HALF_HEIGHT = 56;
const TOP = 60;
const BOTTOM = 44;
export const EVENT_ROW_HEIGHT = TOP + 2 * HALF_HEIGHT + BOTTOM;
const BIN_MS = 2;
/** What lies beyond is counted in words. */
const RANGE_MS = 31;

/** Share of the errors in each bin, per cent; the middle bin is centred on no error. */
export function shares(errors: readonly number[]): number[] {
  const bins = Array.from({ length: (2 * RANGE_MS) / BIN_MS }, () => 0);
  for (const error of errors) {
    const bin = Math.floor((error + RANGE_MS) / BIN_MS);
    if (bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] ?? 0) + 100 / errors.length;
  }
  return bins;
}

/** Distribution of one timing across the rates: the near leg grows upwards, the far leg downwards. */
export function eventRow(
  timing: Timing,
  panels: readonly EventPanel[],
  left: number,
  top: number,
  panelWidth: number,
): string {
  const legs = panels.map(({ fps, contacts }) => ({
    fps,
    near: contacts.filter(({ leg }) => leg === 'near').flatMap((one) => errorsOf(one, timing)),
    far: contacts.filter(({ leg }) => leg === 'far').flatMap((one) => errorsOf(one, timing)),
  }));
  const highest = Math.max(...legs.flatMap(({ near, far }) => [...shares(near), ...shares(far)]));
  const middle = top + TOP + HALF_HEIGHT;
  const y = linearScale([-highest, highest], middle + HALF_HEIGHT, middle - HALF_HEIGHT, 5);
  return [
    text(left - 34, top + 14, quantityName(timing), { size: 13, bold: true }),
    text(left - 38, middle, 'Share of events (%)', { anchor: 'middle', upright: true }),
    text(left + (panels.length * panelWidth) / 2, top + EVENT_ROW_HEIGHT - 14, 'Measured less true (ms)', {
      anchor: 'middle',
    }),
    ...legs.map(({ fps, near, far }, i) => {
      const from = left + i * panelWidth;
      const right = from + panelWidth - 22;
      const x = linearScale([-RANGE_MS, RANGE_MS], from, right, 7);
      const bars = (values: readonly number[], sign: 1 | -1, style: string) =>
        `<path d="${shares(values)
          .flatMap((share, bin) => {
            if (share === 0) return [];
            const [x1, x2] = [x.at(bin * BIN_MS - RANGE_MS), x.at((bin + 1) * BIN_MS - RANGE_MS)];
            return [`M${px(x1)} ${px(middle)}V${px(y.at(sign * share))}H${px(x2)}V${px(middle)}`];
          })
          .join('')}" ${style}/>`;
      const bias = (values: readonly number[], sign: 1 | -1, stroke: string) => {
        const spread = spreadOf(values);
        return spread === undefined
          ? ''
          : segment(
              [x.at(spread.bias), middle, x.at(spread.bias), middle - sign * HALF_HEIGHT],
              stroke,
              ' stroke-width="1.6" stroke-dasharray="4 2"',
            );
      };
      return [
        segment([x.at(0), middle - HALF_HEIGHT, x.at(0), middle + HALF_HEIGHT], INK.soft),
        bars(near, 1, `fill="${INK.near}" stroke="#fff" stroke-width=".6"`),
        bars(far, -1, `fill="#fff" stroke="${INK.far}" stroke-width="1.1"`),
        segment([from, middle, right, middle], INK.text),
        bias(near, 1, INK.text),
        bias(far, -1, INK.text),
        `<path d="M${px(from)} ${px(middle - HALF_HEIGHT)}V${px(middle + HALF_HEIGHT)}H${px(right)}" stroke="${INK.soft}" fill="none"/>`,
        ...x.ticks.map((tick) =>
          segment([x.at(tick), middle + HALF_HEIGHT, x.at(tick), middle + HALF_HEIGHT + 4], INK.soft),
        ),
        ...x.ticks.map((tick) =>
          text(x.at(tick), middle + HALF_HEIGHT + 15, signed(String(tick)), { size: 10, anchor: 'middle' }),
        ),
        ...(i === 0
          ? y.ticks.map((tick) =>
              text(from - 6, y.at(tick) + 3.5, String(Math.abs(tick)), { size: 10, anchor: 'end' }),
            )
          : []),
        text(from, top + TOP - 32, `${fps} frames/s`, { bold: true }),
        text(from, top + TOP - 18, `near: ${summary(near)}`, { size: 10, fill: INK.near }),
        text(from, top + TOP - 6, `far: ${summary(far)}`, { size: 10, fill: INK.far }),
      ].join('\n');
    }),
  ].join('\n');
}

function summary(errors: readonly number[]): string {
  const spread = spreadOf(errors);
  if (spread === undefined) return 'none found';
  const places = placesOf(spread.sd);
  const beyond = errors.filter((error) => Math.abs(error) >= RANGE_MS).length;
  return `bias ${signed(spread.bias.toFixed(places))}, SD ${spread.sd.toFixed(places)}, n ${errors.length}${beyond === 0 ? '' : `, ${beyond} beyond`}`;
}
