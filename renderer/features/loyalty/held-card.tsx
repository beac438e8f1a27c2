import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from './loyalty.module.css';

/** What everybody's points come to, and whose they are. */
export function HeldCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('loyalty.held', {}, { keepPrevious: true });
  if (data === undefined) return null;
  const { people, points, pointMinor, worthMinor } = data;
  const worth =
    pointMinor === 0
      ? t('loyalty.held.noWorth')
      : t('loyalty.held.worth', {
          point: format.money(pointMinor),
          worth: format.money(worthMinor),
        });
  return (
    <Card title={t('loyalty.held.title')}>
      {people === 0 ? (
        <p className={classes.quiet}>{t('loyalty.held.none')}</p>
      ) : (
        <>
          <p className={classes.finding}>
            {t('loyalty.held.said', { count: people, points: format.number(points) })} {worth}
          </p>
          <p>
            <Link href={lists.customers.showing({ only: 'pointsHeld' })}>
              {t('loyalty.held.see')}
            </Link>
          </p>
        </>
      )}
    </Card>
  );
}
