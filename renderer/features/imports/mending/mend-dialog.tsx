import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { RuleMemory } from '#shared/contract/imports/steps.ts';
import type { Draft, DraftSource } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';
import { fieldType, isImportField } from '#shared/domain/columns/fields.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { setImport, useImport } from '../import-session.ts';
import { columnName, sourceName } from '../source-name.ts';
import { WorkPanel } from '../work-panel.tsx';
import { MemoryChoice } from './memory-choice.tsx';
import { mend, previewStep } from './mend-work.ts';
import classes from './mending.module.css';
import { StepPreview } from './step-preview.tsx';

const EVERY = 'all';

/** What is typed and chosen. */
interface Asked {
  readonly column: string;
  readonly find: string;
  readonly with: string;
  readonly isWhole: boolean;
  readonly ignoresCase: boolean;
  readonly takesBelow: boolean;
}

const nothing: Asked = {
  ...{ column: '', find: '', with: '', isWhole: false, ignoresCase: true, takesBelow: false },
};

/** The step that is asked for; null: something is missing yet. */
function stepOf(kind: MendStep['kind'], asked: Asked): MendStep | null {
  const { column, takesBelow, ...text } = asked;
  if (kind === 'fill') return column === '' ? null : { kind, column: Number(column), takesBelow };
  if (text.find === '') return null;
  const isEvery = column === '' || column === EVERY;
  return { kind, column: isEvery ? null : Number(column), ...text };
}

/** Money and amounts that each row would count again. */
function isAmount(source: DraftSource, column: string): boolean {
  const field = source.columns[column === '' ? -1 : Number(column)]?.field ?? '';
  const type = isImportField(field) ? fieldType(field) : 'none';
  return type === 'money' || type === 'number' || type === 'discount';
}

interface FieldsProps {
  readonly kind: MendStep['kind'];
  readonly source: DraftSource;
  readonly asked: Asked;
  onChange(part: Partial<Asked>): void;
}

function ReplaceFields({ asked, onChange }: Pick<FieldsProps, 'asked' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <>
      {(['find', 'with'] as const).map((part) => (
        <TextInput
          key={part}
          label={t(`import.mend.${part}`)}
          {...(part === 'with' ? { description: t('import.mend.withHint') } : {})}
          maxLength={400}
          value={asked[part]}
          onChange={(event) => onChange({ [part]: event.currentTarget.value })}
        />
      ))}
      {(['isWhole', 'ignoresCase'] as const).map((part) => (
        <Checkbox
          key={part}
          label={t(`import.mend.${part}`)}
          checked={asked[part]}
          onChange={(event) => onChange({ [part]: event.currentTarget.checked })}
        />
      ))}
    </>
  );
}

function Fields({ kind, source, asked, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const taken = source.columns
    .filter(({ field }) => field !== 'ignore')
    .map((column) => ({ value: String(column.index), label: columnName(t, column) }));
  const isFill = kind === 'fill';
  const data = isFill ? taken : [{ value: EVERY, label: t('import.mend.allColumns') }, ...taken];
  return (
    <>
      <Select
        data-autofocus
        label={t('import.mend.column')}
        placeholder={t('import.fix.choose')}
        allowDeselect={false}
        data={data}
        value={asked.column === '' ? (isFill ? null : EVERY) : asked.column}
        onChange={(column) => onChange({ column: column ?? '', takesBelow: false })}
      />
      {isFill ? <p>{t('import.mend.fillHint')}</p> : <ReplaceFields {...{ asked, onChange }} />}
      {isFill && isAmount(source, asked.column) && <p>{t('import.mend.amountHint')}</p>}
    </>
  );
}

type Found = Output<'imports.previewMend'>;

/** Looks, on demand, what the step would change; what was found holds for that step alone. */
function usePreview(source: DraftSource, step: MendStep | null) {
  const [found, setFound] = useState<{ readonly key: string; readonly told: Found } | null>(null);
  const key = JSON.stringify([source.id, step]);
  const look = async (): Promise<void> => {
    if (step === null) return;
    const result = await previewStep(source.id, step);
    if (result?.ok === true) setFound({ key, told: result.value });
  };
  return { look, told: found?.key === key ? found.told : null };
}

interface Props {
  readonly kind: MendStep['kind'];
  readonly draft: Draft;
  onClose(): void;
}

/** Which file, where there are several. */
function FileChoice(props: {
  readonly sources: readonly DraftSource[];
  readonly source: DraftSource;
  onChange(id: number): void;
}) {
  const { t } = useTranslation();
  const { sources, source, onChange } = props;
  if (sources.length < 2) return null;
  return (
    <Select
      label={t('import.check.source')}
      allowDeselect={false}
      data={sources.map((each) => ({ value: String(each.id), label: sourceName(each) }))}
      value={String(source.id)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}

function Found({ told, ...props }: FieldsProps & { readonly told: Found | null }) {
  const { t } = useTranslation();
  const { kind, source, asked, onChange } = props;
  const work = useImport((state) => state.work);
  if (work !== null) return <WorkPanel />;
  const isOffered = kind === 'fill' && (asked.takesBelow || (told?.below ?? 0) > 0);
  return (
    <>
      {told !== null && <StepPreview source={source} kind={kind} told={told} />}
      {isOffered && (
        <Checkbox
          label={t('import.mend.takesBelow')}
          checked={asked.takesBelow}
          onChange={(event) => onChange({ takesBelow: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

interface FormProps extends Omit<Props, 'draft'> {
  readonly source: DraftSource;
  readonly asked: Asked;
  readonly files: ReactNode;
  setAsked(asked: Asked): void;
}

function Form({ kind, source, asked, files, setAsked, onClose }: FormProps) {
  const { t } = useTranslation();
  const { work, error } = useImport();
  const [memory, setMemory] = useState<RuleMemory>('no');
  const step = stepOf(kind, asked);
  const { look, told } = usePreview(source, step);
  const cells = told?.cells ?? 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (step === null || work !== null) return;
    if (told === null) await look();
    else if (cells > 0 && (await mend(source.id, { kind: 'add', step, memory }))) onClose();
  };
  const fields = { kind, source, asked };
  const onChange = (part: Partial<Asked>) => {
    setImport({ error: null });
    setAsked({ ...asked, ...part });
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {files}
      <Fields {...fields} onChange={onChange} />
      <Found {...fields} told={told} onChange={onChange} />
      {error !== null && <ErrorState error={error} />}
      {source.isRememberable && cells > 0 && (
        <MemoryChoice label={t('import.mend.nextFile')} value={memory} onChange={setMemory} />
      )}
      <div className={classes.ways}>
        <Button onClick={onClose}>{t('import.mend.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={step === null || work !== null || (told !== null && cells === 0)}
        >
          {told === null ? t('import.mend.look') : t('import.mend.apply', { count: cells })}
        </Button>
      </div>
    </form>
  );
}

/** Asks what is to be changed, shows it before anything is, and does it. */
export function MendDialog({ kind, draft, onClose }: Props) {
  const { t } = useTranslation();
  const sources = draft.sources.filter(({ isIncluded }) => isIncluded);
  const [chosen, setChosen] = useState(useImport.getState().sourceId);
  const [asked, setAsked] = useState(nothing);
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  if (source === undefined) return null;
  const choose = (id: number) => {
    setChosen(id);
    setAsked({ ...asked, column: '', takesBelow: false });
  };
  const files = <FileChoice sources={sources} source={source} onChange={choose} />;
  return (
    <Dialog title={t(`import.mend.open.${kind}`)} size="lg" onClose={onClose}>
      <Form {...{ kind, source, asked, files, setAsked, onClose }} />
    </Dialog>
  );
}
