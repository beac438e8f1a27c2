import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import {
  type LabelSheetName,
  labelSheetNames,
  labelSheets,
  labelsOn,
} from '#shared/domain/campaigns/label-sheets.ts';
import { PaperPart } from './paper-part.tsx';
import { useCampaignPaper } from './use-campaign-paper.ts';

/** Labels for the envelopes, on the sheets that the shop has. */
export function LabelsCard({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sheet, setSheet] = useState<LabelSheetName>('3x7');
  const [from, setFrom] = useState(1);
  const paper = useCampaignPaper(row, { what: 'labels', sheet, firstLabel: from });
  const choose = (name: LabelSheetName) => {
    setSheet(name);
    setFrom(Math.min(from, labelsOn(name)));
  };
  const sheets = labelSheetNames.map((value) => {
    const { width, height } = labelSheets[value];
    const size = { width: format.number(width, 1), height: format.number(height, 1) };
    return {
      value,
      label: t('campaigns.paper.sheetSize', { labels: format.number(labelsOn(value)), ...size }),
    };
  });
  return (
    <PaperPart what="labels" channel="letter" paper={paper}>
      <Select
        label={t('campaigns.paper.sheet')}
        allowDeselect={false}
        data={sheets}
        value={sheet}
        onChange={(value) => value !== null && choose(value as LabelSheetName)}
      />
      <CountField
        key={sheet}
        label={t('campaigns.paper.from')}
        description={t('campaigns.paper.fromHint')}
        range={{ from: 1, to: labelsOn(sheet) }}
        value={from}
        onChange={(count) => count !== null && setFrom(count)}
      />
    </PaperPart>
  );
}
