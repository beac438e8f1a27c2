import { Select, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conditions } from '#renderer/components/segments/conditions.tsx';
import { definitionOf } from '#renderer/components/segments/draft.ts';
import { useDraft } from '#renderer/components/segments/use-draft.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { NamedRecord, StoredSegment } from '#shared/contract/segments/segments.ts';
import classes from '../campaigns.module.css';
import type { Building } from './use-builder.ts';

interface EditorProps {
  readonly facts: CampaignFacts;
  readonly records: readonly NamedRecord[];
  onChange(part: Pick<CampaignFacts, 'definition' | 'segmentName'>): void;
}

/** The conditions; once they are others than the segment's they go by its name no more. */
function Editor({ facts, records, onChange }: EditorProps) {
  const edit = useDraft(facts.definition);
  const [name] = useState(facts.segmentName);
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

interface Props {
  readonly building: Building;
  readonly records: readonly NamedRecord[];
}

/** What it is called, what it is for, and whom it goes to. */
export function WhoStep({ building, records }: Props) {
  const { t } = useTranslation();
  const { facts, change } = building;
  const { data } = useQuery('segments.list', {});
  const [chosen, setChosen] = useState<StoredSegment | null>(null);
  const [picks, setPicks] = useState(0);
  const segments = data?.rows.filter(({ notUnderstood }) => notUnderstood === 0) ?? [];
  const pick = (name: string | null) => {
    const segment = segments.find((one) => one.name === name);
    if (segment === undefined) return;
    setChosen(segment);
    setPicks(picks + 1);
    change({ definition: segment.definition, segmentName: segment.name });
  };
  return (
    <div className={classes.steps}>
      <div className={classes.form}>
        <TextInput
          label={t('campaigns.name')}
          placeholder={t('campaigns.nameExample')}
          maxLength={80}
          value={facts.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('campaigns.goal')}
          placeholder={t('campaigns.goalExample')}
          maxLength={400}
          value={facts.goal}
          onChange={(event) => change({ goal: event.currentTarget.value })}
        />
        <Select
          label={t('campaigns.segment')}
          description={t('campaigns.segmentHint')}
          placeholder={t(segments.length === 0 ? 'segments.noSegments' : 'campaigns.ownConditions')}
          disabled={segments.length === 0}
          allowDeselect={false}
          data={segments.map(({ name }) => name)}
          value={facts.segmentName}
          onChange={pick}
        />
      </div>
      <Editor key={picks} facts={facts} records={chosen?.records ?? records} onChange={change} />
    </div>
  );
}
