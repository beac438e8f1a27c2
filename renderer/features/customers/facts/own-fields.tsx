import { useTranslation } from 'react-i18next';
import { OwnValueField } from '#renderer/components/own-fields/own-value-field.tsx';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import type { OwnFieldId } from '#shared/ids.ts';
import type { FactsForm } from './contact-fields.tsx';
import classes from './facts-dialog.module.css';

/** The fields that the owner made. */
export function OwnFields({ form }: { readonly form: FactsForm }) {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const values = new Map(form.values.own.map(({ fieldId, value }) => [fieldId, value]));
  if (fields.length === 0) return null;
  const change = (fieldId: OwnFieldId, value: string) => {
    const next = new Map(values).set(fieldId, value);
    const own = fields.flatMap(({ id }) => {
      const held = next.get(id) ?? '';
      return held === '' ? [] : [{ fieldId: id, value: held }];
    });
    form.setFieldValue('own', own);
  };
  return (
    <fieldset className={classes.section} aria-label={t('customers.own.section')}>
      <h3>{t('customers.own.section')}</h3>
      <div className={classes.pair}>
        {fields.map((field) => (
          <OwnValueField
            key={field.id}
            field={field}
            value={values.get(field.id) ?? ''}
            onChange={(value) => change(field.id, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
