/**
 * A function whose answers are kept as long as the object that they were worked out from: after a coach's edit most clips, and
 * most signals of the edited one, are what they were. The object must not be changed.
 */
export function onceFor<Key extends object, Rest extends readonly (number | undefined)[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const kept = new WeakMap<Key, Map<string, Value>>();
  return (key, ...rest) => {
    const known = kept.get(key) ?? new Map<string, Value>();
    kept.set(key, known);
    const name = rest.join(' ');
    if (!known.has(name)) known.set(name, make(key, ...rest));
    return known.get(name) as Value;
  };
}
