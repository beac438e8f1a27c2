import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { isPaced } from '#shared/domain/vocabulary/campaigns.ts';
import classes from './today.module.css';

/** Campaigns that are running, each with what is left of today's measure. */
export function CampaignsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('campaigns.running', {}, { keepPrevious: true });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card title={t('today.campaigns.title')} padded={false} ruled>
      <ul className={classes.rows}>
        {data.rows.map(({ id, facts, standing, today }) => {
          const left = Math.min(standing.waiting, Math.max(0, today.limit - today.sent));
          const said = { left: format.number(left), limit: format.number(today.limit) };
          return (
            <li key={id}>
              <span className={classes.who}>
                <span className={classes.name}>
                  <Link href={addressOf({ campaign: id })}>{facts.name}</Link>
                </span>
                <span>
                  {!isPaced(facts.channel)
                    ? t('today.campaigns.letters', { count: standing.waiting })
                    : left === 0
                      ? t('today.campaigns.enough', { count: today.limit })
                      : t('today.campaigns.left', said)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
