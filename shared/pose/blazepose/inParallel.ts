/** Does `work` on every item, at most `width` at a time; results in the order of the items. The first error ends it. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const open = items.entries();
  const lane = async (): Promise<void> => {
    for (const [i, item] of open) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, lane));
  return results;
}
