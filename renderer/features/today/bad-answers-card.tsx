import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answersAt } from '#renderer/base/answers-address.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';

/** Bad answers of the last days that became no complaint; nothing where there is none. */
export function BadAnswersCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('feedback.badOpen', {}, { keepPrevious: true });
  if (data === undefined || data.count === 0) return null;
  const { count, days, since, surveys } = data;
  return (
    <Card title={t('today.badAnswers.title')}>
      <p>{t('today.badAnswers.said', { count, days: format.number(days) })}</p>
      {surveys.map(({ id, name, count: own }) => (
        <p key={id}>
          <Link href={answersAt(id, { only: 'badOpen', since })}>
            {t('today.badAnswers.see', { name, count: own })}
          </Link>
        </p>
      ))}
    </Card>
  );
}
