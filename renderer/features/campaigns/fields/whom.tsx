import { Select } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conditions } from '#renderer/components/segments/conditions.tsx';
import { definitionOf } from '#renderer/components/segments/draft.ts';
import { useDraft } from '#renderer/components/segments/use-draft.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { NamedRecord, StoredSegment } from '#shared/contract/segments/segments.ts';
import classes from '../campaigns.module.css';

type Whose = Pick<CampaignFacts, 'definition' | 'segmentName'>;

interface Props {
  readonly whose: Whose;
  readonly records: readonly NamedRecord[];
  onChange(whose: Whose): void;
}

/** The conditions; once they are others than the segment's they go by its name no more. */
function Editor({ whose, records, onChange }: Props) {
  const edit = useDraft(whose.definition);
  const [name] = useState(whose.segmentName);
  const written = JSON.stringify(definitionOf(edit.draft));
  const first = useRef(written);
  const told = useRef(written);
  const tell = useEffectEvent((text: string) => {
    if (text === told.current) return;
    told.current = text;
    const segmentName = text === first.current ? name : null;
    onChange({ definition: JSON.parse(text) as CampaignFacts['definition'], segmentName });
  });
  useEffect(() => tell(written), [written]);
  return <Conditions edit={edit} records={records} saved={null} />;
}

/** Whom it goes to: the conditions of a saved segment, or own ones. */
export function Whom({ whose, records, onChange }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('segments.list', {});
  const [chosen, setChosen] = useState<StoredSegment | null>(null);
  const [picks, setPicks] = useState(0);
  const segments = data?.rows.filter(({ notUnderstood }) => notUnderstood === 0) ?? [];
  const pick = (name: string | null) => {
    const segment = segments.find((one) => one.name === name);
    if (segment === undefined) return;
    setChosen(segment);
    setPicks(picks + 1);
    onChange({ definition: segment.definition, segmentName: segment.name });
  };
  return (
    <>
      <div className={classes.form}>
        <Select
          label={t('campaigns.segment')}
          description={t('campaigns.segmentHint')}
          placeholder={t(segments.length === 0 ? 'segments.noSegments' : 'campaigns.ownConditions')}
          disabled={segments.length === 0}
          allowDeselect={false}
          data={segments.map(({ name }) => name)}
          value={whose.segmentName}
          onChange={pick}
        />
      </div>
      <Editor key={picks} whose={whose} records={chosen?.records ?? records} onChange={onChange} />
    </>
  );
}
