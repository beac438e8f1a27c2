import type { Language } from '#shared/contract/settings.ts';

export type TextValues = Readonly<Record<string, string | number>>;

function below(texts: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, word) => (found as Record<string, unknown> | undefined)?.[word],
    texts,
  );
}

/**
 * A text of the locale by its path, for where there is no window. The window has i18next; main and the tasks
 * have these few lines: `{{name}}` and `{{name, number}}` are filled in, `count` chooses a plural.
 */
export function filledText(
  language: Language,
  texts: unknown,
  key: string,
  values: TextValues = {},
): string {
  const path = key.split('.');
  const word = path.pop() ?? '';
  const known = below(texts, path) as Readonly<Record<string, unknown>> | undefined;
  const { count } = values;
  const plural =
    typeof count === 'number' ? `${word}_${new Intl.PluralRules(language).select(count)}` : word;
  const text = known?.[plural] ?? known?.[word] ?? known?.[`${word}_other`];
  if (typeof text !== 'string') return key;
  return text.replace(/\{\{\s*(\w+)(?:,\s*number)?\s*\}\}/g, (hole, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
    return value ?? hole;
  });
}
