import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { WhatsappButton } from '#renderer/components/guarantee/whatsapp-button.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useClaim } from '#renderer/state/claim.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import classes from './claim.module.css';
import type { SavedClaim } from './claim-how.tsx';
import { type ClaimDraft, type Claimer, decided } from './claim-values.ts';

interface Props {
  readonly who: Claimer;
  readonly line: CoveredLine;
  readonly draft: ClaimDraft;
  readonly claim: SavedClaim;
  onAgain(): void;
}

/** What the customer gets to read: number, what we do, until when, who writes. */
function useMessage({ who, line, draft, claim }: Props): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { shopName } = useSettings().settings;
  const { remedy, verdict } = decided(draft, line.daysLeft);
  const { number } = claim;
  const isRefused = remedy === 'none' && verdict !== 'covered';
  const promise =
    draft.promisedOn === null || remedy === 'none'
      ? null
      : t('guarantee.message.promise', { date: format.date(draft.promisedOn) });
  const parts = [
    who.name === ''
      ? t('guarantee.message.hello')
      : t('guarantee.message.helloTo', { name: who.name }),
    t('guarantee.message.noted', { product: line.product, number }),
    isRefused ? t('guarantee.message.refused') : t(`guarantee.message.${remedy}`),
    promise,
    shopName === '' ? null : t('guarantee.message.from', { shop: shopName }),
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** After the third step: the number, and what one does next. */
export function ClaimSaved(props: Props) {
  const { who, claim, onAgain } = props;
  const { t } = useTranslation();
  const go = useGo();
  const closeClaim = useClaim((state) => state.closeClaim);
  const message = useMessage(props);
  const { complaintId } = claim;
  const hasPhone = who.phone?.startsWith('+') === true;
  return (
    <div className={classes.form}>
      <div className={classes.badge}>
        <StatusBadge kind="good" isPill>
          {t('guarantee.saved.title', { number: claim.number })}
        </StatusBadge>
      </div>
      {hasPhone && (
        <figure className={classes.message}>
          <figcaption>{t('guarantee.saved.willRead', { name: who.name })}</figcaption>
          <blockquote>{message}</blockquote>
        </figure>
      )}
      <div className={classes.foot}>
        <Button variant="subtle" onClick={onAgain}>
          {t('guarantee.saved.again')}
        </Button>
        {complaintId !== null && (
          <Button
            onClick={() => {
              closeClaim();
              go({ complaint: complaintId });
            }}
          >
            {t('guarantee.saved.complaint')}
          </Button>
        )}
        <Button onClick={closeClaim} data-autofocus={!hasPhone || undefined}>
          {t('app.close')}
        </Button>
        <WhatsappButton phone={who.phone} name={who.name} message={message} isLarge />
      </div>
    </div>
  );
}
