const turns = new Map<string, Promise<unknown>>();

/** One after the other in a folder: what is half made is not taken for what was left half made. */
export function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const result = (turns.get(folder) ?? Promise.resolve()).then(work);
  turns.set(
    folder,
    result.catch(() => undefined),
  );
  return result;
}
