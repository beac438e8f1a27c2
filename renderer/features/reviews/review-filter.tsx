import { ActionIcon, Kbd, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { type ReviewFilter, reviewPlatform } from '#shared/contract/reviews.ts';
import classes from './reviews.module.css';

type Summary = Output<'reviews.summary'>;

interface Props {
  readonly filter: ReviewFilter;
  readonly summary: Summary | undefined;
  onChange(part: Partial<ReviewFilter>): void;
}

const KINDS = ['all', 'waiting', 'negative', 'revisable'] as const;
const ANYWHERE = 'any';

function countOf(kind: (typeof KINDS)[number], summary: Summary): number {
  return kind === 'all' ? summary.count : summary[kind];
}

function Search({ onChange }: { onChange(text: string): void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const send = useDebouncedCallback(onChange, 120);
  const type = (text: string) => {
    setTyped(text);
    send(text.trim());
  };
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      className={classes.search}
      maxLength={200}
      value={typed}
      placeholder={t('review.search')}
      aria-label={t('review.search')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs">/</Kbd>
        ) : (
          <ActionIcon size={20} aria-label={t('review.clearSearch')} onClick={() => type('')}>
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        )
      }
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        type('');
      }}
    />
  );
}

/** Which reviews are shown: those that wait, the bad ones, by place, by words. */
export function ReviewFilterBar({ filter, summary, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.filter}>
      <fieldset className={classes.chips} aria-label={t('review.only.label')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={classes.chip}
            aria-pressed={filter.only === kind}
            onClick={() => onChange({ only: kind })}
          >
            {t(`review.only.${kind}`)}{' '}
            {summary !== undefined && (
              <span className={classes.chipCount}>{format.number(countOf(kind, summary))}</span>
            )}
          </button>
        ))}
      </fieldset>
      <div className={classes.narrow}>
        <Select
          className={classes.platform}
          aria-label={t('review.platformLabel')}
          data={[
            { value: ANYWHERE, label: t('review.anyPlatform') },
            ...reviewPlatform.options.map((value) => ({
              value,
              label: t(`review.platform.${value}`),
            })),
          ]}
          value={filter.platform ?? ANYWHERE}
          onChange={(value) => {
            const read = reviewPlatform.safeParse(value);
            onChange({ platform: read.success ? read.data : null });
          }}
        />
        <Search onChange={(search) => onChange({ search })} />
      </div>
    </div>
  );
}
