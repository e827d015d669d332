/**
 * Stands in for the module `@mediapipe/pose` where `@tensorflow-models/pose-detection` imports it: the package is a plain
 * script that only puts its names on the global object, so it is loaded as one, from the app's own files.
 */
type Solution = new (settings: object) => object;

export class Pose {
  constructor(settings: object) {
    const { Pose: Loaded } = globalThis as typeof globalThis & { readonly Pose?: Solution };
    if (Loaded === undefined) throw new Error('invalid use: load pose.js first');
    // biome-ignore lint/correctness/noConstructorReturn: the loaded class is the one that is wanted
    return new Loaded(settings);
  }
}
