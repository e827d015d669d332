import { randomFromSeed } from './random.ts';

/** How the figure and its surroundings look. Colours are CSS. */
export interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly lips: string;
  readonly shirt: string;
  readonly shorts: string;
  readonly sock: string;
  readonly shoe: { readonly upper: string; readonly sole: string; readonly accent: string };
  /** 1 is slim and athletic. */
  readonly girth: number;
  readonly wall: string;
}

const SKINS = [
  ['#d9a98a', '#b5705f'],
  ['#8d5b3e', '#6f3f35'],
  ['#e8c3a6', '#c37d6b'],
  ['#5d3a28', '#4a2a26'],
  ['#c48f6a', '#9d5f50'],
] as const;
const SHIRTS = ['#2f7fb5', '#c4453c', '#3d8f63', '#e0a63a', '#6c5aa8'];
const SHOES = [
  { upper: '#e8603a', sole: '#f3f1ec', accent: '#ffffff' },
  { upper: '#2d6cc0', sole: '#f0efea', accent: '#f2d34a' },
  { upper: '#d7e04a', sole: '#ececec', accent: '#30343a' },
  { upper: '#e9e9ee', sole: '#d8d8dc', accent: '#d23c4a' },
];

/** The same seed always dresses the same runner. */
export function lookFromSeed(seed: number): Look {
  const random = randomFromSeed(seed ^ 0x10c5);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
    list[Math.floor(random.uniform() * list.length)] ?? fallback;
  const [skin, lips] = pick<readonly [string, string]>(SKINS, SKINS[0]);
  return {
    skin,
    lips,
    hair: pick(['#2b1c14', '#4b3222', '#1b1a1c', '#8a6238'], '#2b1c14'),
    shirt: pick(SHIRTS, '#2f7fb5'),
    shorts: pick(['#23262d', '#2b3a55', '#3a3a40'], '#23262d'),
    sock: '#f2f2f0',
    shoe: pick(SHOES, { upper: '#e8603a', sole: '#f3f1ec', accent: '#ffffff' }),
    girth: 0.94 + 0.14 * random.uniform(),
    wall: pick(['#d9dbd6', '#cfd6da', '#ddd6cb'], '#d9dbd6'),
  };
}
