import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { NamelessSales } from '#renderer/components/before-customers/nameless-sales.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { WhoCell } from '../cells.tsx';
import { FourCard } from '../four/four-card.tsx';
import classes from '../insights.module.css';
import { ReferralCard } from '../referrals/referral-card.tsx';
import { NothingYet, TabPage } from '../tab-page.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { ActiveCard } from './active-card.tsx';
import { CohortCard } from './cohort-card.tsx';
import { GoneCard } from './gone-card.tsx';
import { LifetimeCard } from './lifetime-card.tsx';
import { RepeatCard } from './repeat-card.tsx';
import type { ComingBack } from './words.ts';

/** What is said where nobody had bought: no sale at all, none that names its buyer, or none yet by that day. */
function Nobody() {
  const { t } = useTranslation();
  const { data: sold } = useQuery('insights.sales', {});
  if (sold === undefined) return null;
  if (sold.lastOn === null) return <NothingYet />;
  if (sold.named === 0) return <NamelessSales sold={sold} lacks="comingBack" />;
  return <EmptyState title={t('insights.predicted.thin.nobody')} text={t('insights.asOf.none')} />;
}

function Cards({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { beginning, firstOn } = data;
  return (
    <>
      {beginning !== null && firstOn !== null && (
        <p className={classes.note}>
          {t(`insights.comingBack.${beginning.isStated ? 'beginsStated' : 'begins'}`, {
            count: beginning.before,
            first: format.date(firstOn),
            date: format.date(beginning.countedFrom),
          })}{' '}
          <WhoCell
            count={beginning.before}
            filter={{ firstTo: addDays(beginning.countedFrom, -1) }}
            text={t('insights.who')}
          />
          {' · '}
          <Link href={`${addressOf('settings')}?part=customers`}>
            {t('insights.comingBack.beginsSay')}
          </Link>
        </p>
      )}
      <div className={classes.cards}>
        <FourCard data={data} />
        <CohortCard data={data} />
        <RepeatCard data={data} />
        <GoneCard data={data} />
        <LifetimeCard data={data} />
        <ActiveCard data={data} />
        <ReferralCard />
      </div>
    </>
  );
}

/** Whether customers come back, how long they stay, and how many have left. */
export function ComingBackPage() {
  const { t } = useTranslation();
  const { on } = useLookedFrom();
  const asked = useQuery('insights.comingBack', { on }, { keepPrevious: true });
  const lead = t('insights.comingBack.lead');
  return (
    <TabPage lead={on === null ? lead : `${lead} ${t('insights.asOf.latestPeople')}`} asked={asked}>
      {(data) => (data.customers === 0 ? <Nobody /> : <Cards data={data} />)}
    </TabPage>
  );
}
