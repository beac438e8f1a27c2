import { Button, Popover, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DraftSource, textEncoding } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import table from '../table.module.css';

const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'utf-32le', label: 'UTF-32 LE' },
  { value: 'utf-32be', label: 'UTF-32 BE' },
];

const SEPARATORS = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'pipe' },
] as const;

/** How a text file is read: its letters and its separator, to be changed where the guess is wrong. */
export function SourceReading({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const { id, encoding, separator, fileName } = source;
  const separators = SEPARATORS.map(({ value, name }) => ({
    value,
    label: t(`import.files.sep.${name}`),
  }));
  const text = t('import.files.csv', {
    encoding: ENCODINGS.find((each) => each.value === encoding)?.label ?? encoding,
    separator: separators.find((each) => each.value === separator)?.label ?? separator,
  });
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          ml={-10}
          rightSection={<IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden="true" />}
          title={t('import.files.reread')}
          aria-label={`${text}. ${t('import.files.rereadOf', { name: fileName })}`}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={table.popover}>
        <p>{t('import.files.rereadHint')}</p>
        <Select
          label={t('import.files.encoding')}
          data={ENCODINGS}
          value={encoding}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            const chosen = textEncoding.safeParse(value);
            if (chosen.success) void configure({ sourceId: id, encoding: chosen.data });
          }}
        />
        <Select
          label={t('import.files.separator')}
          data={separators}
          value={separator}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            if (value !== null) void configure({ sourceId: id, separator: value });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
