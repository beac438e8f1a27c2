import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';

/** Of whom points run out soon; nothing where nobody's do. */
export function PointsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('loyalty.ending', {}, { keepPrevious: true });
  if (data === undefined || data.firstOn === null) return null;
  const { people, points, firstOn, days } = data;
  const said = {
    points: format.number(points),
    days: format.number(days),
    date: format.date(firstOn),
  };
  return (
    <Card title={t('today.points.title')}>
      <p>{t('today.points.said', { count: people, ...said })}</p>
      <p>
        <Link href={lists.customers.showing({ only: 'pointsEnding' })}>
          {t('today.points.see')}
        </Link>
      </p>
    </Card>
  );
}
