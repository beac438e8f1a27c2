import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { MergeChoice, MergeField } from '#shared/contract/customers/merge.ts';
import classes from './same.module.css';
import {
  type Compared,
  fieldsToChoose,
  type Merging,
  mayBeBoth,
  type RecordRow,
  type Side,
  useFieldWords,
} from './use-merging.ts';

function Head({ side, title }: { readonly side: Side; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { createdAt, lastPurchaseOn } = side;
  const since = t('customers.samePerson.since', {
    day: format.date(format.dayOf(createdAt), true),
  });
  const bought =
    lastPurchaseOn === null
      ? t('customers.samePerson.never')
      : t('customers.samePerson.bought', { day: format.date(lastPurchaseOn, true) });
  return (
    <th scope="col">
      <b>{title}</b>
      {`${since}, ${bought}`}
    </th>
  );
}

interface FieldProps {
  readonly field: MergeField;
  readonly compared: Compared;
  readonly merging: Merging;
}

/** One field of both: what is right is chosen, where both have something. */
function FieldRow({ field, compared, merging }: FieldProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const label = words.label(field);
  const values = {
    kept: words.value(compared.kept, field),
    other: words.value(compared.other, field),
  };
  const isChoice = values.kept !== '' && values.other !== '' && values.kept !== values.other;
  const chosen = merging.choiceOf(field);
  const radio = (choice: MergeChoice, text: string) => (
    <Radio
      name={`merge-${field}`}
      label={text}
      aria-label={`${label}: ${text}`}
      checked={chosen === choice}
      onChange={() => merging.choose(field, choice)}
    />
  );
  const cell = (side: 'kept' | 'other') => {
    if (values[side] === '')
      return <span className={classes.none}>{t('customers.samePerson.empty')}</span>;
    return isChoice ? radio(side, values[side]) : <b>{values[side]}</b>;
  };
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{cell('kept')}</td>
      <td>
        {cell('other')}
        {mayBeBoth(field, compared) && radio('both', t('customers.samePerson.both'))}
      </td>
    </tr>
  );
}

interface PartProps {
  readonly table: RecordRow['table'];
  readonly compared: Compared;
  readonly merging: Merging;
}

/** Phones, addresses, tags and codes of both: those of the other are taken over, unless they are left out. */
function PartRow({ table, compared, merging }: PartProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const of = (side: Side) => side.record.filter((row) => row.table === table);
  const [kept, other] = [of(compared.kept), of(compared.other)];
  if (kept.length + other.length === 0) return null;
  const none = <span className={classes.none}>{t('customers.samePerson.empty')}</span>;
  const label = (row: RecordRow) => (row.label === null ? null : <small> {row.label}</small>);
  return (
    <tr>
      <th scope="row">{t(`customers.samePerson.part.${table}`)}</th>
      <td>
        {kept.length === 0 && none}
        {kept.map((row) => (
          <div key={row.id}>
            <b>{words.record(row)}</b>
            {label(row)}
          </div>
        ))}
      </td>
      <td>
        {other.length === 0 && none}
        {other.map((row) =>
          row.isTwice ? (
            <div key={row.id}>
              {words.record(row)}{' '}
              <span className={classes.good}>{t('customers.samePerson.same')}</span>
            </div>
          ) : (
            <Checkbox
              key={row.id}
              label={
                <>
                  {words.record(row)}
                  {label(row)}
                </>
              }
              aria-label={t('customers.samePerson.take', { text: words.record(row) })}
              checked={merging.isTaken(row)}
              onChange={(event) => merging.take(row, event.currentTarget.checked)}
            />
          ),
        )}
      </td>
    </tr>
  );
}

interface OwnProps extends Omit<FieldProps, 'field'> {
  readonly field: OwnField;
}

/** A field that the owner made: what one of them has is taken, or what is chosen of the two. */
function OwnRow({ field, compared, merging }: OwnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, type } = field;
  const [kept, other] = [compared.kept, compared.other].map(({ facts }) => {
    const held = facts.own.find(({ fieldId }) => fieldId === id)?.value;
    return held === undefined ? '' : ownText(t, format, type, held);
  });
  if (kept === '' && other === '') return null;
  const isChoice = kept !== '' && other !== '' && kept !== other;
  const cell = (text: string | undefined, isOther: boolean) => {
    if (text === undefined || text === '')
      return <span className={classes.none}>{t('customers.samePerson.empty')}</span>;
    if (!isChoice) return <b>{text}</b>;
    return (
      <Radio
        name={`merge-own-${id}`}
        label={text}
        aria-label={`${name}: ${text}`}
        checked={merging.ownOfOther.includes(id) === isOther}
        onChange={() => merging.chooseOwn(id, isOther)}
      />
    );
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{cell(kept, false)}</td>
      <td>{cell(other, true)}</td>
    </tr>
  );
}

const parts = ['contact_points', 'addresses', 'customer_tags', 'customer_identifiers'] as const;

/** Two records side by side, field by field. */
export function CompareTable({ compared, merging }: Omit<FieldProps, 'field'>) {
  const { t } = useTranslation();
  const own = useOwnFields();
  return (
    <table className={classes.table} aria-label={t('customers.samePerson.used')}>
      <thead>
        <tr>
          <th scope="col">{t('customers.samePerson.used')}</th>
          <Head side={compared.kept} title={t('customers.samePerson.kept')} />
          <Head side={compared.other} title={t('customers.samePerson.other')} />
        </tr>
      </thead>
      <tbody>
        {fieldsToChoose(compared).map((field) => (
          <FieldRow key={field} {...{ field, compared, merging }} />
        ))}
        {own.map((field) => (
          <OwnRow key={field.id} {...{ field, compared, merging }} />
        ))}
        {parts.map((table) => (
          <PartRow key={table} {...{ table, compared, merging }} />
        ))}
      </tbody>
    </table>
  );
}
