import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { SuretyDots } from '#renderer/components/same-person/surety-dots.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { type RequestError, request } from '#renderer/data/client.ts';
import type { ImportedPair } from '#shared/contract/imports/same.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { Output } from '#shared/contract/index.ts';
import { useImport } from '../import-session.ts';
import { decideSame } from '../import-work.ts';
import classes from './same-people.module.css';

type Found = Output<'imports.samePeople'>;

/** The pairs of the last check; those of the one before stay on the screen until they are there. */
function usePairs() {
  const { draftId, checks } = useImport();
  return useQuery<Found, RequestError>({
    queryKey: ['imports.samePeople', draftId, checks],
    enabled: draftId !== null,
    queryFn: () => request('imports.samePeople', { draftId: draftId ?? '', limit: 100 }),
    placeholderData: keepPreviousData,
  });
}

/** What becomes of them as it stands, in sentences that count. */
function Said({ counts }: { readonly counts: ImportReport['samePeople'] }) {
  const { t } = useTranslation();
  const sentences = [
    ['open', counts.certain + counts.likely],
    ['joined', counts.joined],
    ['apart', counts.apart],
  ] as const;
  return (
    <div className={classes.said} role="status">
      {sentences.map(([key, count]) =>
        count === 0 ? null : <p key={key}>{t(`import.same.${key}`, { count })}</p>,
      )}
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly name: string;
  readonly facts: readonly (string | null)[];
}

function Side({ label, name, facts }: SideProps) {
  const { t } = useTranslation();
  const told = facts.filter((fact) => fact !== null && fact !== '');
  return (
    <span className={classes.side}>
      <small>{label}</small>
      <b>{name === '' ? t('import.done.noName') : name}</b>
      <small>{told.join(' · ')}</small>
    </span>
  );
}

function PairRow({ pair }: { readonly pair: ImportedPair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isBusy = useImport((state) => state.work !== null);
  const { key, fresh, there, surety, reasons, is } = pair;
  const phone = (text: string | null) => (text === null ? null : format.phone(text));
  const bought = there.purchases === 0 ? null : t('import.same.bought', { count: there.purchases });
  return (
    <li>
      <Side
        label={t('import.same.inFile')}
        name={fresh.name}
        facts={[phone(fresh.phone), fresh.city]}
      />
      <Side
        label={t('import.same.inBook')}
        name={there.name}
        facts={[phone(there.phone), there.city, bought]}
      />
      <span className={classes.sure}>
        <SuretyDots surety={surety} reasons={reasons} />
      </span>
      <SegmentedControl
        size="xs"
        className={classes.choice}
        aria-label={t('import.same.of', { fresh: fresh.name, there: there.name })}
        value={is ?? 'later'}
        readOnly={isBusy}
        data={(['later', 'same', 'apart'] as const).map((value) => ({
          value,
          label: t(`import.same.${value}`),
        }))}
        onChange={(value) =>
          void decideSame([
            { key, customerId: there.id, is: value === 'same' || value === 'apart' ? value : null },
          ])
        }
      />
    </li>
  );
}

/** Joins all that are almost certain, each with the surest of the book. */
function JoinCertain({ pairs }: { readonly pairs: readonly ImportedPair[] }) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  const surest = new Map<string, ImportedPair>();
  for (const pair of pairs)
    if (pair.surety === 'certain' && pair.is === null && !surest.has(pair.key))
      surest.set(pair.key, pair);
  if (surest.size < 2) return null;
  const answers = [...surest.values()].map(({ key, there }) => ({
    ...{ key, customerId: there.id, is: 'same' as const },
  }));
  return (
    <Button size="xs" disabled={isBusy} onClick={() => void decideSame(answers)}>
      {t('import.same.allCertain', { count: surest.size })}
    </Button>
  );
}

/** New ones in the files who may be somebody who is there: asked, never decided by itself. */
export function SamePeople({ counts }: { readonly counts: ImportReport['samePeople'] }) {
  const { t } = useTranslation();
  const { data, error } = usePairs();
  if (Object.values(counts).every((count) => count === 0)) return null;
  const pairs = data?.pairs ?? [];
  return (
    <Card title={t('import.same.title')} padded={false} actions={<JoinCertain pairs={pairs} />}>
      <Said counts={counts} />
      {error !== null && <ErrorState error={error.error} />}
      <ul className={classes.pairs}>
        {pairs.map((pair) => (
          <PairRow key={`${pair.there.id} ${pair.key}`} pair={pair} />
        ))}
      </ul>
      {data !== undefined && data.count > pairs.length && (
        <p className={classes.cut}>
          {t('import.same.cut', { shown: pairs.length, count: data.count })}
        </p>
      )}
    </Card>
  );
}
