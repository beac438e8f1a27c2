import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';

/** A class of values in words: `Rp 100.000 sampai Rp 250.000`. */
export function rangeText(
  t: Translate,
  format: Format,
  range: { readonly fromMinor: number | null; readonly toMinor: number | null },
): string {
  const { fromMinor, toMinor } = range;
  const from = fromMinor === null ? '' : format.money(fromMinor);
  const to = toMinor === null ? '' : format.money(toMinor);
  if (fromMinor === null) return t('insights.worth.upTo', { to });
  return toMinor === null
    ? t('insights.worth.above', { from })
    : t('insights.worth.between', { from, to });
}
