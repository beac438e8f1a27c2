/** Remembers what is found out about the page as long as the page stays as it is. */
export function whileUnchanged<T>(find: () => T, attributeFilter?: string[]): () => T {
  let known: { readonly value: T } | null = null;
  const changes = new MutationObserver(() => {
    known = null;
  });
  const what = attributeFilter === undefined ? { attributes: true } : { attributeFilter };
  changes.observe(document, { subtree: true, childList: true, characterData: true, ...what });
  return () => {
    // What has changed in this very step has not been told yet.
    if (changes.takeRecords().length > 0) known = null;
    known ??= { value: find() };
    return known.value;
  };
}
