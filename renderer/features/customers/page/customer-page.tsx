import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FirstPaint } from '#renderer/components/first-paint/first-paint.tsx';
import { CoveredLines } from '#renderer/components/guarantee/covered-lines.tsx';
import { PointsCard } from '#renderer/components/loyalty/points-card.tsx';
import { NotesCard } from '#renderer/components/notes/notes-card.tsx';
import { StandingCard } from '#renderer/components/payments/standing-card.tsx';
import { ConsentCard } from '#renderer/components/privacy/consent-card.tsx';
import { ErasedNote } from '#renderer/components/privacy/erased-note.tsx';
import { CustomerProspects } from '#renderer/components/prospects/customer-prospects.tsx';
import { ReferralsCard } from '#renderer/components/referrals/referrals-card.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { FactsDialog } from '../facts/facts-dialog.tsx';
import { EntryBox } from '../timeline/entry-box.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { CustomerHead } from './customer-head.tsx';
import classes from './customer-page.module.css';
import { FactsCard } from './facts-card.tsx';
import { JoinedCard } from './joined-card.tsx';
import { OpenItemsCard } from './open-items-card.tsx';
import { RhythmCard } from './rhythm-card.tsx';
import { WorthCard } from './worth-card.tsx';

/** By what a card calls and reaches them. */
function whoOf(t: Translate, { id, facts, erasedAt }: Output<'customers.get'>) {
  const name = facts.name === '' ? t('customers.noName') : facts.name;
  const phone = facts.contactPoints.find(({ kind }) => kind === 'phone')?.value ?? null;
  return { customerId: id, name, phone, isErased: erasedAt !== null };
}

function Record({ id, isErased }: { readonly id: CustomerId; readonly isErased: boolean }) {
  return (
    <div className={classes.record}>
      {!isErased && <EntryBox customerId={id} />}
      <Timeline customerId={id} />
    </div>
  );
}

/** How things are done with them. */
function CustomerNotes({ id, name }: { readonly id: CustomerId; readonly name: string }) {
  const customer = { id, name };
  return <NotesCard on="customer" customer={customer} pins={{ customers: [customer] }} />;
}

/** Everything about one customer: facts, what they bought, what they are worth. */
export function CustomerPage({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const { data: profile, error, refetch } = useQuery('customers.get', { id });
  const { data: worth } = useQuery('insights.customerWorth', { customerId: id });
  const { data: outlook } = useQuery('insights.outlook', { customerId: id });
  const { data: next } = useQuery('insights.nextProduct', { customerId: id });
  if (error !== null) {
    return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  }
  if (profile === undefined) return null;
  const edit = () => setEditing(true);
  return (
    <article className={classes.page}>
      <CustomerHead profile={profile} isSilent={worth?.rhythm?.isSilent === true} />
      <FirstPaint className={classes.columns}>
        <div className={classes.facts}>
          {profile.erasedAt === null ? (
            <>
              <JoinedCard id={id} />
              <FactsCard profile={profile} onEdit={edit} />
              <ConsentCard customerId={id} />
            </>
          ) : (
            <ErasedNote at={profile.erasedAt} />
          )}
        </div>
        <Record id={id} isErased={profile.erasedAt !== null} />
        <div className={classes.worth}>
          {worth !== undefined && (
            <WorthCard customerId={id} worth={worth} outlook={outlook} next={next} />
          )}
          {worth !== undefined && <RhythmCard customerId={id} worth={worth} />}
          <OpenItemsCard customerId={id} />
          {profile.erasedAt === null && profile.deletedAt === null && (
            <CustomerNotes id={id} name={whoOf(t, profile).name} />
          )}
          {profile.deletedAt === null && profile.erasedAt === null && (
            <CustomerProspects customerId={id} />
          )}
          <PointsCard {...whoOf(t, profile)} />
          {profile.erasedAt === null && <ReferralsCard customerId={id} />}
          <StandingCard {...whoOf(t, profile)} />
          {profile.erasedAt === null && <CoveredLines customerId={id} />}
        </div>
      </FirstPaint>
      {isEditing && <FactsDialog profile={profile} onClose={() => setEditing(false)} />}
    </article>
  );
}
