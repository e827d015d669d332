import { describe, expect, it } from 'vitest';
import { roleGuess } from './roleGuess.ts';

describe('the guess of a role', () => {
  it('reads the name and does not insist', () => {
    const guesses = [
      'ann_rear.mp4',
      'Standing 2s.MOV',
      'side right.mp4',
      'run-L.mov',
      'front view.mp4',
      'IMG_0042.MOV',
    ];
    expect(guesses.map(roleGuess)).toEqual([
      ...['rear', 'standing', 'side_right', 'side_left', 'front', 'unassigned'],
    ]);
  });
});
