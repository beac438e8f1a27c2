import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import classes from './customers-page.module.css';
import { type ColumnChoice, columnTitle } from './use-columns.ts';

/** Which columns there are, to tick; of one that is ticked and not seen, why. */
export function ColumnMenu({ columns, chosen, hidden, toggle }: ColumnChoice) {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden="true" />}>
          {t('customers.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.columns}>
        <h2>{t('customers.columnsHint')}</h2>
        {columns
          .filter(({ name }) => name !== 'name')
          .map((column) => (
            <Checkbox
              key={column.name}
              label={columnTitle(t, column, months)}
              description={hidden.includes(column.name) ? t('customers.columnNoRoom') : undefined}
              checked={chosen.includes(column.name)}
              onChange={() => toggle(column.name)}
            />
          ))}
        <p>{t('customers.columnsDropped')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
