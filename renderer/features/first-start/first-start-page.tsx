import { Button, Select, TextInput } from '@mantine/core';
import { IconBuildingStore, IconFileImport, IconFolderUp } from '@tabler/icons-react';
import { type ChangeEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropAnywhere } from '#renderer/app/drop-anywhere.tsx';
import { setLanguage } from '#renderer/base/i18n.ts';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { currencyChoices, LANGUAGE_CHOICES } from '#renderer/components/fields/choices.ts';
import { RestoreSteps } from '#renderer/components/restore/restore-steps.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useBringBack } from '#renderer/data/use-bring-back.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUi } from '#renderer/state/ui.ts';
import { language as languages, type ShopSettings } from '#shared/contract/settings.ts';
import classes from './first-start.module.css';

type Answers = Pick<ShopSettings, 'language' | 'shopName' | 'currency'>;

const LONGEST_NAME = 120;
const FILE_KINDS = '.xlsx,.csv,.tsv,.txt';

interface QuestionsProps {
  readonly answers: Answers;
  onAnswer(part: Partial<Answers>): void;
}

function Questions({ answers, onAnswer }: QuestionsProps) {
  const { t } = useTranslation();
  const switchTo = (value: string | null) => {
    const read = languages.safeParse(value);
    if (!read.success) return;
    setLanguage(read.data);
    onAnswer({ language: read.data });
  };
  return (
    <div className={classes.questions}>
      <Select
        label={t('firstStart.language')}
        data={[...LANGUAGE_CHOICES]}
        value={answers.language}
        onChange={switchTo}
      />
      <TextInput
        label={t('firstStart.shopName')}
        placeholder={t('firstStart.shopExample')}
        maxLength={LONGEST_NAME}
        value={answers.shopName}
        onChange={(event) => onAnswer({ shopName: event.currentTarget.value })}
      />
      <Select
        label={t('firstStart.currency')}
        searchable
        data={[...currencyChoices(answers.language, answers.currency)]}
        value={answers.currency}
        onChange={(currency) => currency !== null && onAnswer({ currency })}
      />
    </div>
  );
}

function FilesChoice({ isBusy, onFiles }: { isBusy: boolean; onFiles(files: File[]): void }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section className={classes.choice} data-main>
      <IconFileImport size={28} stroke={1.5} aria-hidden="true" />
      <h2>{t('firstStart.files')}</h2>
      <p>{t('firstStart.filesText')}</p>
      <input
        ref={picker}
        type="file"
        multiple
        accept={FILE_KINDS}
        className={classes.picker}
        tabIndex={-1}
        aria-hidden="true"
        onChange={picked}
      />
      <Button variant="filled" disabled={isBusy} onClick={() => picker.current?.click()}>
        {t('firstStart.choose')}
      </Button>
    </section>
  );
}

function SampleChoice({ language }: { readonly language: Answers['language'] }) {
  const { t } = useTranslation();
  const sample = useTask('sample.open');
  // The sample shop has settings of its own: it opens in the language chosen here.
  const open = () => sample.run({ language }, t('firstStart.preparing'));
  return (
    <section className={classes.choice}>
      <IconBuildingStore size={28} stroke={1.5} aria-hidden="true" />
      <h2>{t('firstStart.sample')}</h2>
      <p>{t('firstStart.sampleText')}</p>
      {sample.isRunning ? (
        <div className={classes.progress}>
          <ProgressLine progress={sample.progress} label={t('firstStart.preparing')} />
          <Button size="xs" variant="subtle" onClick={sample.cancel}>
            {t('app.cancel')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => void open()}>{t('firstStart.openSample')}</Button>
      )}
      {sample.error !== null && <ErrorState error={sample.error} />}
    </section>
  );
}

/** For who comes from another laptop: everything as it was there, settings with it. */
function BroughtChoice() {
  const { t } = useTranslation();
  const { task, bring } = useBringBack();
  const { timeZone } = useSettings().settings;
  return (
    <section className={classes.choice} data-wide>
      <IconFolderUp size={28} stroke={1.5} aria-hidden="true" />
      <h2>{t('firstStart.brought')}</h2>
      <p>{t('firstStart.broughtText')}</p>
      {task.isRunning ? (
        <div className={classes.progress}>
          <ProgressLine progress={task.progress} label={t('firstStart.bringing')} />
          <Button size="xs" variant="subtle" onClick={task.cancel}>
            {t('app.cancel')}
          </Button>
        </div>
      ) : (
        <>
          <RestoreSteps copies={[]} timeZone={timeZone} onRestored={() => undefined} />
          <Button onClick={() => void bring()}>{t('firstStart.bring')}</Button>
        </>
      )}
      {task.error !== null && <ErrorState error={task.error} />}
    </section>
  );
}

/** The first thing anybody sees: three guessed answers, then files or the sample shop. */
export function FirstStartPage() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const go = useGo();
  const { run, error, isRunning } = useCommand('settings.update');
  const [answers, setAnswers] = useState<Answers>(() => ({
    language: settings.language,
    shopName: settings.shopName,
    currency: settings.currency,
  }));
  const droppedFiles = useUi((state) => state.droppedFiles);
  const begin = async (place: 'import' | 'customers') => {
    // Where to go is settled first: saving the answers opens the shop at once.
    go(place);
    await run({ ...answers, shopName: answers.shopName.trim() });
  };
  const onDropped = useEffectEvent(() => void begin('import'));
  useEffect(() => {
    if (droppedFiles.length > 0) onDropped();
  }, [droppedFiles]);
  return (
    <main className={classes.page}>
      <div className={classes.middle}>
        <header className={classes.head}>
          <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
            <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
            <path d="M8 6.5v9.2c0 1 .6 1.8 1.8 1.8H16" />
            <circle cx="15" cy="8.6" r="1.9" />
          </svg>
          <h1>{t('firstStart.title')}</h1>
          <p>{t('firstStart.lead')}</p>
        </header>
        <Questions
          answers={answers}
          onAnswer={(part) => setAnswers((now) => ({ ...now, ...part }))}
        />
        {error !== null && <ErrorState error={error} />}
        <div className={classes.choices}>
          <FilesChoice isBusy={isRunning} onFiles={(files) => useUi.getState().dropFiles(files)} />
          <SampleChoice language={answers.language} />
          <BroughtChoice />
        </div>
        <Button variant="subtle" className={classes.later} onClick={() => void begin('customers')}>
          {t('firstStart.later')}
        </Button>
      </div>
      <DropAnywhere />
    </main>
  );
}
