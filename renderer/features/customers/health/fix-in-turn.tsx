import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { HealthCheck } from '#shared/domain/vocabulary/health.ts';
import type { CustomerId } from '#shared/ids.ts';
import { FactsDialog } from '../facts/facts-dialog.tsx';
import classes from './health.module.css';

/** So many are gone through at a time: whoever is put right leaves the check, and the next come. */
const MOST = 100;

interface Props {
  readonly check: HealthCheck;
  onClose(): void;
}

interface OneProps extends Props {
  readonly ids: readonly CustomerId[];
}

/** One after the other, in the order of the list when it was begun; each can be passed over. */
function Turn({ check, ids, onClose }: OneProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const id = ids[at] as CustomerId;
  const { data: profile, error } = useQuery('customers.get', { id });
  const next = () => (at + 1 < ids.length ? setAt(at + 1) : onClose());
  const title = t('customers.health.turn', { at: at + 1, count: ids.length });
  if (error !== null)
    return (
      <Dialog title={title} onClose={onClose}>
        <ErrorState error={error.error} />
      </Dialog>
    );
  if (profile === undefined || profile.id !== id) return null;
  return (
    <FactsDialog
      key={id}
      profile={profile}
      onClose={onClose}
      onSaved={next}
      turn={
        <div className={classes.turn}>
          <span>
            {t(`customers.health.filter.${check}`)}. {title}
          </span>
          <Button size="xs" onClick={next}>
            {t(at + 1 < ids.length ? 'customers.health.next' : 'customers.health.done')}
          </Button>
        </div>
      }
    />
  );
}

/** Puts those right whom a check finds, one by one. */
export function FixInTurn({ check, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery('customers.reckoned', {
    filter: { health: check },
    limit: MOST,
  });
  const [ids, setIds] = useState<readonly CustomerId[] | null>(null);
  // Who is put right leaves the answer; those who were there when it began are gone through.
  if (ids === null && data !== undefined) setIds(data.rows.map(({ id }) => id));
  if (error !== null)
    return (
      <Dialog title={t('customers.health.fix')} onClose={onClose}>
        <ErrorState error={error.error} />
      </Dialog>
    );
  if (ids === null || ids.length === 0) return null;
  return <Turn {...{ check, ids, onClose }} />;
}
