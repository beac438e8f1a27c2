import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_CHOICES } from '#renderer/components/fields/choices.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { MergeValues } from '#shared/domain/replies/merge.ts';
import { builtInKeys, builtInReply, builtInTemplate, replyOf } from './built-in.ts';
import classes from './reply.module.css';
import { TemplateManager } from './template-manager.tsx';

interface Props {
  readonly values: Partial<MergeValues>;
  readonly isPublic: boolean;
  readonly rating: number | null;
  /** What is written now, to be kept as an example. */
  readonly text: string;
  onChoose(text: string): void;
}

/** Ready replies, one's own first; those of the shop's language before the other's. */
export function TemplateMenu({ values, isPublic, rating, text, onChoose }: Props) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const [isManaging, setManaging] = useState(false);
  const { data: own = [] } = useQuery('replies.templates', {});
  const isPraise = rating !== null && rating >= 4;
  const keys = isPraise ? builtInKeys.toReversed() : builtInKeys;
  const other: Language = settings.language === 'id' ? 'en' : 'id';
  const situation = { isPublic, values };
  const builtIns = (language: Language) =>
    keys.map((key) => (
      <Menu.Item key={key} onClick={() => onChoose(builtInReply(key, language, situation))}>
        {builtInTemplate(key, language, situation).name}
      </Menu.Item>
    ));
  return (
    <>
      <Menu width={260} position="bottom-start" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {t('reply.templates')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          {own.length > 0 && <Menu.Label>{t('reply.own')}</Menu.Label>}
          {own.map(({ id, template }) => (
            <Menu.Item key={id} onClick={() => onChoose(replyOf(template, values))}>
              {template.name}
            </Menu.Item>
          ))}
          {own.length > 0 && <Menu.Label>{t('reply.builtIn')}</Menu.Label>}
          {builtIns(settings.language)}
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item>
                {LANGUAGE_CHOICES.find(({ value }) => value === other)?.label}
              </Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown lang={other}>{builtIns(other)}</Menu.Sub.Dropdown>
          </Menu.Sub>
          <Menu.Divider />
          <Menu.Item onClick={() => setManaging(true)}>{t('reply.manage')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isManaging && (
        <TemplateManager values={values} draft={text} onClose={() => setManaging(false)} />
      )}
    </>
  );
}
