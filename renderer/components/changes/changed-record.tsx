import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, type Place } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { RecordChange } from '#shared/contract/history.ts';
import { complaintId, customerId, productId, prospectId, saleId } from '#shared/ids.ts';
import classes from './changes.module.css';
import { columnName, nameText, toldOf, valueText } from './words.ts';

type Field = RecordChange['fields'][number];

function placeOf({ entity, id }: NonNullable<RecordChange['place']>): Place {
  if (entity === 'customers') return { customer: customerId.parse(id) };
  if (entity === 'products') return { product: productId.parse(id) };
  if (entity === 'sales') return { sale: saleId.parse(id) };
  if (entity === 'complaints') return { complaint: complaintId.parse(id) };
  return { prospect: prospectId.parse(id) };
}

interface FieldProps {
  readonly change: RecordChange;
  readonly field: Field;
}

/** What a field holds, and, where the record was there before, what it held. */
function Values({ change, field }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = toldOf(change.entity, field.field);
  if (told === null) return null;
  const write = (value: Field['before']) =>
    value === null ? (
      <span className={classes.quiet}>{t('history.emptyValue')}</span>
    ) : (
      valueText(t, format, told, { ...value, type: field.type })
    );
  if (change.did === 'made') return write(field.after);
  if (change.did === 'removed') return write(field.before);
  return (
    <>
      <s>
        <span className={classes.hidden}>{t('history.before')}: </span>
        {write(field.before)}
      </s>
      <span aria-hidden="true">{' → '}</span>
      <span className={classes.hidden}>{t('history.after')}: </span>
      {write(field.after)}
    </>
  );
}

/** Whether the record that a change is seen by is a row of its own, not one of its parts. */
function Name({ change }: { readonly change: RecordChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = nameText(t, format, change.name);
  if (change.place === null) return name;
  return <Link href={addressOf(placeOf(change.place))}>{name}</Link>;
}

/** One record that was made, changed or taken away: which it is, and each field with what it was and is. */
export function ChangedRecord({ change }: { readonly change: RecordChange }) {
  const { t } = useTranslation();
  const { entity, name, part, did, fields } = change;
  return (
    <li className={classes.row}>
      <p>
        {t(`history.record.${entity}`)} {name !== '' && <Name change={change} />}
        {part !== null && part !== '' && entity !== 'custom_values' && ` · ${part}`}{' '}
        <span className={classes.quiet}>{t(`history.did.${did}`)}</span>
      </p>
      {fields.length > 0 && (
        <dl className={classes.fields}>
          {fields.map((field) => (
            <div key={field.field}>
              <dt>{field.type === undefined ? columnName(t, entity, field.field) : part}</dt>
              <dd>
                <Values change={change} field={field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
