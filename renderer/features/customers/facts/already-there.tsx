import { Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './facts-dialog.module.css';

interface Props {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
  onOpen(id: CustomerId): void;
}

/** Says, before somebody new is saved, who is there already and may be the same person. */
export function AlreadyThere({ name, phone, email, city, onOpen }: Props) {
  const { t } = useTranslation();
  const { language, phone: write } = useFormat();
  const [typed] = useDebouncedValue(JSON.stringify({ name, phone, email, city }), 200);
  const asked = JSON.parse(typed) as Omit<Props, 'onOpen'>;
  const isEnough = asked.name.trim().length > 2 || asked.phone.length > 7 || asked.email !== '';
  const { data } = useQuery('customers.alike', asked, { enabled: isEnough });
  const found = isEnough ? (data ?? []) : [];
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={classes.there}>
          <p>{t('customers.samePerson.there')}</p>
          <ul>
            {found.map((one) => {
              const called = one.name === '' ? t('customers.noName') : one.name;
              const known = [one.phone === null ? null : write(one.phone), one.city];
              const why = one.reasons.map((reason) => t(`customers.samePerson.reason.${reason}`));
              return (
                <li key={one.id}>
                  <b>{called}</b> {known.filter((text) => text !== null).join(', ')}{' '}
                  <small>
                    {t(`customers.samePerson.surety.${one.surety}`)}: {list.format(why)}
                  </small>{' '}
                  <Anchor component="button" type="button" inherit onClick={() => onOpen(one.id)}>
                    {t('customers.samePerson.openOne', { name: called })}
                  </Anchor>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
