import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';

/** What a field of the owner's holds, as the rest of the window writes it. */
export function ownText(t: Translate, format: Format, type: OwnFieldType, value: string): string {
  if (type === 'day') return format.date(value);
  if (type === 'number') return format.number(Number(value), 4);
  if (type !== 'yesno') return value;
  return t(value === 'yes' ? 'history.value.yes' : 'history.value.no');
}
