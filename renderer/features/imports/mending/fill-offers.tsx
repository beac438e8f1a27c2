import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sign } from '#renderer/components/sign/sign.tsx';
import type { FillOffer } from '#shared/contract/imports/mend.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { columnName, sourceName } from '../source-name.ts';
import { mend } from './mend-work.ts';
import classes from './mending.module.css';
import { filledText, shownCells } from './step-text.ts';

function Offer({ offer, draft }: { readonly offer: FillOffer; readonly draft: Draft }) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  const { sourceId, column, cells, groups, examples } = offer;
  const source = draft.sources.find((each) => each.id === sourceId);
  const found = source?.columns[column];
  if (source === undefined || found === undefined) return null;
  const header = columnName(t, found);
  const name = draft.sources.length > 1 ? `${sourceName(source)}: ${header}` : header;
  const told = examples.map((example) => filledText(t, example));
  if (shownCells(examples) < cells) told.push('…');
  const step = { kind: 'fill' as const, column, takesBelow: false };
  return (
    <li>
      <Sign kind="due" />
      <span className={classes.what}>
        <span>{t('import.mend.offer', { header: name, count: cells, groups })}</span>
        <small>{told.join('; ')}</small>
      </span>
      <span className={classes.buttons}>
        <Button
          size="xs"
          disabled={isBusy}
          aria-label={t('import.mend.fillOf', { header: name, count: cells })}
          onClick={() => void mend(sourceId, { kind: 'add', step, memory: 'no' })}
        >
          {t('import.mend.fill', { count: cells })}
        </Button>
      </span>
    </li>
  );
}

/** It is a change of last time that waits, or was left out: that is said where it is listed. */
function isAsked({ sources }: Draft, { sourceId, column }: FillOffer): boolean {
  const steps = sources.find(({ id }) => id === sourceId)?.steps ?? [];
  return steps.some(
    ({ step, state }) => step.kind === 'fill' && step.column === column && state !== 'applied',
  );
}

/** Columns that are filled only at the head of each group: offered to be filled down, never done by itself. */
export function FillOffers(props: {
  readonly offers: readonly FillOffer[];
  readonly draft: Draft;
}) {
  const { t } = useTranslation();
  const { draft } = props;
  const offers = props.offers.filter((offer) => !isAsked(draft, offer));
  if (offers.length === 0) return null;
  return (
    <ul className={classes.steps} aria-label={t('import.mend.offers')}>
      {offers.map((offer) => (
        <Offer key={`${offer.sourceId} ${offer.column}`} offer={offer} draft={draft} />
      ))}
    </ul>
  );
}
