import { Button, Select } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { Card } from '#renderer/components/card.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { Language } from '#shared/contract/settings.ts';
import classes from '../feedback.module.css';

/** Puts slips on paper and says what came of it. */
function usePaper({ id, facts }: SurveyRow, language: Language) {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const printing = useTask('feedback.print');
  const saving = useTask('feedback.savePdf');
  const put = async (way: 'print' | 'save') => {
    const { run } = way === 'print' ? printing : saving;
    const result = await run({ id, language, name: facts.name }, t('feedback.paper.running'));
    if (!result.ok) return sayError(result.error);
    if (result.value === null) return;
    const { path, isWhole, slips, pages } = result.value;
    const size =
      pages > 1
        ? t('feedback.paper.long', { count: pages })
        : t('feedback.paper.slips', { count: slips });
    const where =
      way === 'print' ? t('sales.paper.shown') : t('sales.paper.saved', { file: fileNameOf(path) });
    const unshown = isWhole ? [] : [t('sales.paper.unshown')];
    say([where, size, ...unshown].join(' '));
  };
  return { put, isRunning: printing.isRunning || saving.isRunning };
}

/** The survey on paper: slips to hand out, whose numbers are the keys that enter them. */
export function PaperCard({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const [language, setLanguage] = useState<Language>(settings.language);
  const { put, isRunning } = usePaper(row, language);
  const icon = (Icon: typeof IconPrinter) => <Icon size={16} stroke={1.75} aria-hidden="true" />;
  return (
    <Card title={t('feedback.paper.title')}>
      <div className={classes.form}>
        <p>{t('feedback.paper.text')}</p>
        <Select
          label={t('feedback.paper.language')}
          description={t('feedback.paper.languageHint')}
          allowDeselect={false}
          data={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          value={language}
          onChange={(value) => (value === 'id' || value === 'en') && setLanguage(value)}
        />
        <div className={classes.acts}>
          <Button
            leftSection={icon(IconPrinter)}
            disabled={isRunning}
            onClick={() => void put('print')}
          >
            {t('feedback.paper.print')}
          </Button>
          <Button
            variant="subtle"
            leftSection={icon(IconFileDownload)}
            disabled={isRunning}
            onClick={() => void put('save')}
          >
            {t('feedback.paper.save')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
