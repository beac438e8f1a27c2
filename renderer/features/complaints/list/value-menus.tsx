import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { complaintKind, complaintState, severity } from '#shared/contract/complaints-facts.ts';
import type { ComplaintChoice, Complaints } from './use-complaints.ts';

type Props = Pick<Complaints, 'choice' | 'summary'>;

function StateMenu({ choice, summary }: Props) {
  const { t } = useTranslation();
  const { states } = choice.filter;
  const counts = new Map(summary?.states.map(({ state, count }) => [state, count]));
  return (
    <ChoiceMenu
      title={t('complaint.filter.state')}
      choices={complaintState.options.map((value) => ({
        value,
        label: t(`complaint.state.${value}`),
        ...(summary === undefined ? {} : { count: counts.get(value) ?? 0 }),
      }))}
      chosen={states}
      onToggle={(value) => choice.setFilter({ states: toggled(states, value) })}
      onClear={() => choice.setFilter({ states: [] })}
    />
  );
}

function CauseMenu({ choice }: { readonly choice: ComplaintChoice }) {
  const { t } = useTranslation();
  const { data: words } = useQuery('complaints.words', {});
  const { cause: own } = choice.filter;
  const known = words?.causes ?? [];
  const causes = own === null || known.includes(own) ? known : [own, ...known];
  return (
    <ChoiceMenu
      title={t('complaint.filter.cause')}
      choices={causes.map((value) => ({ value, label: value }))}
      chosen={own === null ? [] : [own]}
      emptyText={t('complaint.filter.noCauses')}
      onToggle={(value) => choice.setFilter({ cause: value === own ? null : value })}
      onClear={() => choice.setFilter({ cause: null })}
    />
  );
}

/** Stages, severities, senders and causes to tick. */
export function ValueMenus({ choice, summary }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { severities, kinds } = filter;
  return (
    <>
      <StateMenu choice={choice} summary={summary} />
      <ChoiceMenu
        title={t('complaint.filter.severity')}
        choices={severity.options.map((value) => ({
          value,
          label: t(`complaint.severity.${value}`),
        }))}
        chosen={severities}
        onToggle={(value) => setFilter({ severities: toggled(severities, value) })}
        onClear={() => setFilter({ severities: [] })}
      />
      <ChoiceMenu
        title={t('complaint.filter.kind')}
        choices={complaintKind.options.map((value) => ({
          value,
          label: t(`complaint.kind.${value}`),
        }))}
        chosen={kinds}
        onToggle={(value) => setFilter({ kinds: toggled(kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
      <CauseMenu choice={choice} />
    </>
  );
}
