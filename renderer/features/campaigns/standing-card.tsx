import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { CellLink } from '#renderer/components/chart/data-table.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { type MemberState, memberStates } from '#shared/domain/vocabulary/campaigns.ts';
import classes from './campaigns.module.css';
import { MembersDialog } from './members-dialog.tsx';

/** How many stand how; each figure opens who they are. */
export function StandingCard({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<MemberState | null>(null);
  const { standing, drawn } = row;
  const present = memberStates.filter((state) => state !== 'out');
  const gone = (drawn ?? 0) - present.reduce((sum, state) => sum + standing[state], 0);
  return (
    <Card title={t('campaigns.standing')} ruled>
      <dl className={classes.counts}>
        {memberStates.map((state) => (
          <div key={state}>
            <dt>{t(`campaigns.turn.${state}`)}</dt>
            <dd>
              {standing[state] === 0 ? (
                format.number(0)
              ) : (
                <CellLink
                  label={t('campaigns.seeWho', {
                    what: t(`campaigns.turn.${state}`),
                    count: standing[state],
                  })}
                  onClick={() => setOpen(state)}
                >
                  {format.number(standing[state])}
                </CellLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {gone > 0 && <p className={classes.quiet}>{t('campaigns.gone', { count: gone })}</p>}
      {open !== null && (
        <MembersDialog
          id={row.id}
          of={open}
          what={t(`campaigns.turn.${open}`)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
