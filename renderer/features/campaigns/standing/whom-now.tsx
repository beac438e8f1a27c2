import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOccasionText } from '#renderer/components/campaigns/use-occasion-text.ts';
import { Card } from '#renderer/components/card.tsx';
import { CellLink, type DataColumn } from '#renderer/components/chart/data-table.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import classes from '../campaigns.module.css';
import { LengthNote } from '../length-note.tsx';
import { PeopleList } from '../people-list.tsx';

const SETTLE_MS = 300;
const PAGE = 100;
const MOST = 500;

type Of = Input<'standing.checked'>['of'];
type Row = Output<'standing.checked'>['rows'][number];

interface Asked {
  readonly facts: StandingFacts;
  readonly id: StandingCampaignId | null;
}

interface WhoProps extends Asked {
  readonly of: Of;
  readonly what: string;
  onClose(): void;
}

function WhoDialog({ facts, id, of, what, onClose }: WhoProps) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('standing.checked', { facts, id, of, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  const columns: DataColumn<Row>[] = [
    { title: t('standing.occasionDay'), cell: ({ on }) => <DateText iso={on} short /> },
    { title: t('standing.from'), cell: ({ dueOn }) => <DateText iso={dueOn} short /> },
    { title: t('standing.to'), cell: ({ until }) => <DateText iso={until} short /> },
  ];
  return (
    <PeopleList
      title={t('campaigns.whoTitle', { what, count: data.count })}
      rows={data.rows}
      count={data.count}
      columns={columns}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
      onClose={onClose}
    />
  );
}

function Previews({
  facts,
  check,
}: {
  readonly facts: StandingFacts;
  readonly check: Output<'standing.check'>;
}) {
  const { t } = useTranslation();
  const textOf = useOccasionText();
  if (check.previews.length === 0)
    return <p className={classes.quiet}>{t('standing.noPreview')}</p>;
  return (
    <ul className={classes.previews}>
      {check.previews.map((one) => (
        <li key={`${one.customerId}-${one.on}`}>
          <span className={classes.title}>
            <b>{one.name === '' ? t('customers.noName') : one.name}</b>
            <span className={classes.quiet}>{textOf({ ...facts, on: one.on, product: null })}</span>
          </span>
          <p className={classes.preview}>{one.text}</p>
          <LengthNote channel={facts.channel} text={one.text} />
        </li>
      ))}
    </ul>
  );
}

/** When the day of its season comes next, as far as it is known. */
function NextSeason({ facts, on }: { readonly facts: StandingFacts; readonly on: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (facts.season === null) return null;
  const next =
    on === null ? t('standing.noSeason') : t('standing.nextSeason', { date: format.date(on) });
  return (
    <p className={classes.quiet}>
      {facts.season === 'lebaran' && on !== null ? `${next} ${t('standing.lebaranMoves')}` : next}
    </p>
  );
}

interface CountsProps {
  readonly check: Output<'standing.check'>;
  onOpen(open: { readonly of: Of; readonly what: string }): void;
}

/** From everybody with the occasion to whom it proposes; and who comes after. */
function Counts({ check, onOpen }: CountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = [
    ...leftOutReasons
      .filter((of) => check.leftOut[of] > 0)
      .map((of) => [of, t(`campaigns.why.${of}`), check.leftOut[of], '\u2212'] as const),
    ['proposed', t('standing.check.proposed'), check.proposed, ''] as const,
    ['coming', t('standing.check.coming'), check.coming, ''] as const,
  ];
  return (
    <dl className={classes.counts}>
      <div>
        <dt>{t('standing.check.open')}</dt>
        <dd>{format.number(check.open)}</dd>
      </div>
      {lines.map(([of, what, count, sign]) => (
        <div key={of} data-sum={of === 'proposed' || undefined}>
          <dt>{what}</dt>
          <dd>
            {count === 0 ? (
              format.number(0)
            ) : (
              <CellLink
                label={t('campaigns.seeWho', { what, count })}
                onClick={() => onOpen({ of, what })}
              >
                {`${sign}${format.number(count)}`}
              </CellLink>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whom it would propose as it stands: today, who is left out and why, and in the days after. */
export function WhomNow({ facts: written, id }: Asked) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<{ of: Of; what: string } | null>(null);
  const [settled] = useDebouncedValue(JSON.stringify(written), SETTLE_MS);
  const facts = JSON.parse(settled) as StandingFacts;
  const isAsked = facts.text.trim() !== '' && facts.name.trim() !== '';
  const { data, error, refetch } = useQuery(
    'standing.check',
    { facts, id },
    { keepPrevious: true, enabled: isAsked },
  );
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Card title={t('standing.check.title')} ruled>
      <NextSeason facts={facts} on={data.seasonOn[0] ?? null} />
      <Counts check={data} onOpen={setOpen} />
      <p className={classes.quiet}>
        {t('standing.check.most', { limit: format.number(facts.dailyLimit) })}
      </p>
      <Previews facts={facts} check={data} />
      {open !== null && <WhoDialog facts={facts} id={id} {...open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
