import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ConsentLine, MayWrite } from '#shared/contract/privacy/privacy.ts';
import type { CustomerId } from '#shared/ids.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import classes from './privacy.module.css';

const SIGNS = { yes: 'good', no: 'wrong', never: 'waiting' } as const satisfies Record<
  MayWrite,
  string
>;

function Line({ line }: { readonly line: ConsentLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, words, isGiven, on, way, note, holds } = line;
  const what = purpose === 'other' ? words : t(`privacy.purpose.${purpose}`);
  return (
    <li className={holds ? undefined : classes.former}>
      <span>
        {what}: <b>{t(`privacy.given.${isGiven ? 1 : 0}`)}</b>
      </span>
      <small>
        {t('privacy.consent.line', { date: format.date(on), way: t(`privacy.way.${way}`) })}
        {note !== '' && ` · ${note}`}
      </small>
    </li>
  );
}

/** What a customer agreed to: what holds now, and behind it everything that was ever said. */
export function ConsentCard({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const { data } = useQuery('privacy.consents', { customerId });
  if (data === undefined) return null;
  const { lines, mayWrite } = data;
  const holding = lines.filter(({ holds }) => holds);
  const shown = showsAll ? lines : holding;
  return (
    <Card
      title={t('privacy.consent.title')}
      actions={
        <Button size="xs" onClick={() => setAdding(true)}>
          {t('privacy.consent.add')}
        </Button>
      }
    >
      {lines.length === 0 && <p className={classes.note}>{t('privacy.consent.empty')}</p>}
      <ul className={classes.lines}>
        <li>
          <StatusBadge kind={SIGNS[mayWrite]}>{t(`privacy.may.${mayWrite}`)}</StatusBadge>
        </li>
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {lines.length > holding.length && (
        <Button size="xs" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
          {showsAll
            ? t('privacy.consent.fewer')
            : t('privacy.consent.all', { count: lines.length })}
        </Button>
      )}
      {isAdding && <ConsentDialog customerId={customerId} onClose={() => setAdding(false)} />}
    </Card>
  );
}
