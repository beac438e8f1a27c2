import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { type CampaignField, campaignWords } from '#shared/domain/campaigns/merge.ts';
import classes from '../campaigns.module.css';

interface Props {
  readonly text: string;
  readonly area: React.RefObject<HTMLTextAreaElement | null>;
  onText(text: string): void;
}

/** Puts a field where the typing stands. */
export function FieldButtons({ text, area, onText }: Props) {
  const { t } = useTranslation();
  const { language } = useSettings().settings;
  const put = (field: CampaignField) => {
    const written = `{${campaignWords[field][language]}}`;
    const at = area.current?.selectionStart ?? text.length;
    onText(`${text.slice(0, at)}${written}${text.slice(at)}`);
    area.current?.focus();
  };
  return (
    <p className={classes.acts}>
      {(Object.keys(campaignWords) as CampaignField[]).map((field) => (
        <Button key={field} size="xs" variant="default" onClick={() => put(field)}>
          {t(`campaigns.field.${field}`)}
        </Button>
      ))}
    </p>
  );
}
