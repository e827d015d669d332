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
  readonly outline?: Outline;
}

/** Cut of the clothes and outline of the body; what is left out is a plain runner in a T-shirt and shorts. */
export interface Outline {
  readonly legwear: 'shorts' | 'tights' | 'half tights' | 'loose shorts';
  readonly top: 'tee' | 'singlet' | 'long sleeves';
  readonly hair: 'short' | 'ponytail' | 'bun' | 'bald' | 'cap';
  /** Widths against the plain outline. */
  readonly waist: number;
  readonly seat: number;
  readonly chest: number;
  readonly calf: number;
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

const DARK_SHOES = [
  { upper: '#1d1f24', sole: '#26282c', accent: '#3b3f46' },
  { upper: '#20242e', sole: '#e9e9e6', accent: '#5d6677' },
  { upper: '#32363c', sole: '#1c1d20', accent: '#8a9099' },
] as const;
const MORE_SHIRTS = ['#1f2226', '#f0f0ee', '#7a2338', '#20415f', '#b9c4c9', '#ff7a3d'];
const LEGWEAR = ['shorts', 'shorts', 'tights', 'half tights', 'loose shorts'] as const;

/** As `lookFromSeed`, with more of everything: dark shoes, long tights, sleeves, hair, women's and men's outlines. */
export function variedLook(seed: number): Look {
  const plain = lookFromSeed(seed);
  const random = randomFromSeed(seed ^ 0x7a91);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random.uniform() * list.length)] ?? fallback;
  const isWoman = random.uniform() < 0.5;
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  return {
    ...plain,
    shirt: random.uniform() < 0.5 ? plain.shirt : pick(MORE_SHIRTS, plain.shirt),
    shoe: random.uniform() < 0.4 ? pick(DARK_SHOES, plain.shoe) : plain.shoe,
    sock: pick(['#f2f2f0', '#f2f2f0', '#1e1f22', '#3b4a63'], plain.sock),
    girth: between(0.9, 1.16),
    outline: {
      legwear: pick(LEGWEAR, 'shorts'),
      top: pick(['tee', 'tee', 'singlet', 'long sleeves'] as const, 'tee'),
      hair: isWoman
        ? pick(['ponytail', 'ponytail', 'bun', 'cap'] as const, 'ponytail')
        : pick(['short', 'short', 'bald', 'cap'] as const, 'short'),
      waist: isWoman ? between(0.82, 0.96) : between(0.94, 1.12),
      seat: isWoman ? between(1.02, 1.16) : between(0.92, 1.04),
      chest: isWoman ? between(0.88, 0.98) : between(0.98, 1.1),
      calf: between(0.9, 1.12),
    },
  };
}
