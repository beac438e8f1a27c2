import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from './privacy.module.css';

interface Props {
  readonly phone: string;
  readonly email?: string;
}

/** Says while somebody new is written down that whoever had this phone or e-mail asked to be erased. */
export function ErasedBefore({ phone, email = '' }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked] = useDebouncedValue(`${phone.trim()}\n${email.trim()}`, 150);
  const [settledPhone = '', settledEmail = ''] = asked.split('\n');
  const { data } = useQuery(
    'privacy.wasErased',
    { phone: settledPhone, email: settledEmail },
    { enabled: asked.trim() !== '' },
  );
  const at = asked.trim() === '' ? null : (data?.at ?? null);
  return (
    <div role="status">
      {at !== null && (
        <p className={classes.before}>
          <Sign kind="due" />
          {t('privacy.erased.before', { date: format.date(format.dayOf(at)) })}
        </p>
      )}
    </div>
  );
}
