import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { LANGUAGE_CHOICES } from '#renderer/components/fields/choices.ts';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ReplyTemplate } from '#shared/contract/replies.ts';
import { type MergeField, type MergeValues, mergeWords } from '#shared/domain/replies/merge.ts';
import { replyOf } from './built-in.ts';
import classes from './reply.module.css';

interface Edited {
  readonly id: number | null;
  readonly template: ReplyTemplate;
}

const STEPS = ['thanks', 'standard', 'amends'] as const;

/** A reply in three steps, cut at its sentences: the first, what is between, the rest. */
function stepsOf(text: string): Pick<ReplyTemplate, 'thanks' | 'standard' | 'amends'> {
  const [thanks = '', standard = '', ...rest] = text.trim().split(/(?<=[.!?])\s+/);
  return { thanks, standard, amends: rest.join(' ') };
}

interface FormProps {
  readonly edited: Edited;
  readonly values: Partial<MergeValues>;
  onClose(): void;
}

/** `{nama} {barang}`: what a template can leave open. */
function openWords(language: ReplyTemplate['language']): string {
  const fields = Object.keys(mergeWords) as MergeField[];
  return fields.map((field) => `{${mergeWords[field][language]}}`).join(' ');
}

interface FieldsProps {
  readonly template: ReplyTemplate;
  set(part: Partial<ReplyTemplate>): void;
}

function TemplateFields({ template, set }: FieldsProps) {
  const { t } = useTranslation();
  const { name, language } = template;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          label={t('reply.manager.name')}
          maxLength={80}
          value={name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label={t('reply.manager.language')}
          data={[...LANGUAGE_CHOICES]}
          value={language}
          onChange={(value) => (value === 'id' || value === 'en') && set({ language: value })}
        />
      </div>
      <p className={classes.quiet}>{t('reply.manager.fields', { list: openWords(language) })}</p>
      {STEPS.map((step) => (
        <Textarea
          key={step}
          label={t(`reply.manager.${step}`)}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          value={template[step]}
          onChange={(event) => set({ [step]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}

function TemplateForm({ edited, values, onClose }: FormProps) {
  const { t } = useTranslation();
  const [template, setTemplate] = useState(edited.template);
  const { run, isRunning, error } = useCommand('replies.saveTemplate');
  const isWhole =
    template.name.trim() !== '' && STEPS.every((step) => template[step].trim() !== '');
  const save = async () => {
    const said = t('reply.manager.saved', { name: template.name.trim() });
    const result = await run({ id: edited.id, template }, said);
    if (result.ok) onClose();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TemplateFields template={template} set={(part) => setTemplate({ ...template, ...part })} />
      {isWhole && (
        <p className={classes.preview}>
          <b>{t('reply.manager.preview')}</b> {replyOf(template, values)}
        </p>
      )}
      <FormFoot
        save={t('reply.manager.save')}
        error={error}
        isRunning={isRunning}
        canSave={isWhole}
        onCancel={onClose}
      />
    </form>
  );
}

interface ListProps {
  readonly draft: string;
  onEdit(edited: Edited): void;
}

function TemplateList({ draft, onEdit }: ListProps) {
  const { t } = useTranslation();
  const { language } = useSettings().settings;
  const { data: own = [] } = useQuery('replies.templates', {});
  const { run } = useCommand('replies.deleteTemplate');
  const { sayError } = useUndo();
  const blank = { name: '', language, thanks: '', standard: '', amends: '' };
  const remove = async (id: number, name: string) => {
    const result = await run({ id }, t('reply.manager.deleted', { name }));
    if (!result.ok) sayError(result.error);
  };
  return (
    <>
      {own.length === 0 && <p className={classes.quiet}>{t('reply.manager.empty')}</p>}
      <ul className={classes.templates}>
        {own.map(({ id, template }) => (
          <li key={id}>
            <span>{template.name}</span>
            <ActionIcon
              aria-label={t('reply.manager.edit', { name: template.name })}
              onClick={() => onEdit({ id, template })}
            >
              <IconPencil size={16} stroke={1.75} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('reply.manager.delete', { name: template.name })}
              onClick={() => void remove(id, template.name)}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {draft.trim() !== '' && (
          <Button onClick={() => onEdit({ id: null, template: { ...blank, ...stepsOf(draft) } })}>
            {t('reply.manager.fromDraft')}
          </Button>
        )}
        <Button variant="filled" onClick={() => onEdit({ id: null, template: blank })}>
          {t('reply.manager.add')}
        </Button>
      </div>
    </>
  );
}

interface Props {
  readonly values: Partial<MergeValues>;
  /** What is written in the composer now. */
  readonly draft: string;
  onClose(): void;
}

/** The owner's own example replies: made, changed, deleted. */
export function TemplateManager({ values, draft, onClose }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <Dialog onClose={onClose} title={t('reply.manager.title')} size="lg">
      <div className={classes.form}>
        <p className={classes.quiet}>{t('reply.manager.lead')}</p>
        {edited === null ? (
          <TemplateList draft={draft} onEdit={setEdited} />
        ) : (
          <TemplateForm edited={edited} values={values} onClose={() => setEdited(null)} />
        )}
      </div>
    </Dialog>
  );
}
