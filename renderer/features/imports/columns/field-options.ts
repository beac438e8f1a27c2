import type { Translate } from '#renderer/base/i18n.ts';
import { IMPORT_FIELDS, type ImportField } from '#shared/domain/columns/fields.ts';

const GROUPS = ['customer', 'product', 'sale', 'line', 'complaint', 'contact'] as const;

/** What a field is called. */
export function fieldName(t: Translate, field: ImportField): string {
  return field === 'ignore' ? t('import.columns.ignore') : t(`import.field.${field}`);
}

/** Everything a column can become, grouped, with *do not take* first. */
export function fieldOptions(t: Translate) {
  const ofGroup = (group: string) =>
    IMPORT_FIELDS.filter((field) => field.startsWith(`${group}.`)).map((field) => ({
      value: field,
      label: fieldName(t, field),
    }));
  return [
    { value: 'ignore', label: fieldName(t, 'ignore') },
    ...GROUPS.map((group) => ({ group: t(`import.group.${group}`), items: ofGroup(group) })),
  ];
}
