import { HEEL_STRIKE_LIMIT_DEG } from '../../shared/gait/derived.ts';
import { heelOrNot, landingOf } from '../../shared/gait/landing.ts';
import type { MeasuredRunner } from './measure.ts';
import type { Leg } from './metricErrors.ts';

/** A true mean angle nearer than this to the limit may be called either: about what a trained human's reading is off (Mo 2025). */
const TOO_NEAR_DEG = 3;

/** What was said of a foot's landing beside what was true. */
export interface LandingAnswer {
  readonly leg: Leg;
  readonly answer: ReturnType<typeof heelOrNot>;
  readonly truth: 'heel' | 'not_heel';
  /** The true mean angle is so far from the limit that it must be told. */
  readonly isClear: boolean;
}

/** Answers of one leg over the runners of a set. */
export interface LandingCounts {
  readonly leg: Leg;
  /** Clip-sides whose truth is clear of the limit. */
  readonly clear: { readonly right: number; readonly wrong: number; readonly uncertain: number };
  /** Cohen's kappa of the clear ones that were told; absent where all of them are of one kind. */
  readonly kappa?: number;
  /** Clip-sides nearer to the limit: "uncertain" is the right answer. */
  readonly near: { readonly uncertain: number; readonly called: number; readonly calledWrong: number };
}

export function landingAnswers(runners: readonly MeasuredRunner[]): LandingAnswer[] {
  return runners.flatMap(({ truth, metrics }) =>
    (['L', 'R'] as const).flatMap((side) => {
      const angle = truth.metrics.find((one) => one.id === 'foot_strike_angle' && one.side === side)?.mean;
      const answer = landingOf(metrics, side);
      if (answer === undefined || angle == null) return [];
      const beyond = angle - HEEL_STRIKE_LIMIT_DEG;
      return [
        {
          leg: side === truth.near_side ? ('near' as const) : ('far' as const),
          ...{ answer: heelOrNot(answer), truth: beyond > 0 ? ('heel' as const) : ('not_heel' as const) },
          isClear: Math.abs(beyond) >= TOO_NEAR_DEG,
        },
      ];
    }),
  );
}

/** One entry per leg of which something was said. */
export function landingCounts(answers: readonly LandingAnswer[]): LandingCounts[] {
  return (['near', 'far'] as const).flatMap((leg) => {
    const mine = answers.filter((one) => one.leg === leg);
    if (mine.length === 0) return [];
    const clear = mine.filter(({ isClear }) => isClear);
    const told = clear.filter(({ answer }) => answer !== 'uncertain');
    const right = told.filter(({ answer, truth }) => answer === truth).length;
    const near = mine.filter(({ isClear }) => !isClear);
    const called = near.filter(({ answer }) => answer !== 'uncertain');
    const kappa = kappaOf(told);
    return [
      {
        leg,
        clear: { right, wrong: told.length - right, uncertain: clear.length - told.length },
        ...(kappa === undefined ? {} : { kappa }),
        near: {
          uncertain: near.length - called.length,
          called: called.length,
          calledWrong: called.filter(({ answer, truth }) => answer !== truth).length,
        },
      },
    ];
  });
}

/** Agreement beyond chance (Cohen 1960); undefined where chance alone agrees always. */
function kappaOf(told: readonly LandingAnswer[]): number | undefined {
  const share = (is: (one: LandingAnswer) => boolean) => told.filter(is).length / told.length;
  const agreed = share(({ answer, truth }) => answer === truth);
  const [answered, true_] = [
    share(({ answer }) => answer === 'heel'),
    share(({ truth }) => truth === 'heel'),
  ];
  const byChance = answered * true_ + (1 - answered) * (1 - true_);
  return told.length === 0 || byChance === 1 ? undefined : (agreed - byChance) / (1 - byChance);
}
