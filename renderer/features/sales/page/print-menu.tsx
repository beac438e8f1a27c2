import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paperForms } from '#shared/contract/sales/paper.ts';
import { type PaperSale, usePaper } from '../use-paper.ts';

const clicks = ['mousedown', 'touchstart'];

/** Prints or saves a sale, as a receipt or an invoice; Ctrl+P is a click on it. */
export function PrintMenu({ sale }: { readonly sale: PaperSale }) {
  const { t } = useTranslation();
  const paper = usePaper();
  const button = useRef<HTMLButtonElement>(null);
  useHotkeys([['mod+P', () => button.current?.click()]], []);
  const kind = sale.kind;
  return (
    // By its own, a key outside closes it, and so would the one that has just opened it.
    <Menu clickOutsideEvents={clicks}>
      <Menu.Target>
        <Button
          ref={button}
          loading={paper.isRunning}
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('sales.paper.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {paperForms.map((form) => (
          <Menu.Item key={form} onClick={() => void paper.print(sale, form)}>
            {t(`sales.paper.${kind}.print.${form}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {paperForms.map((form) => (
          <Menu.Item key={form} onClick={() => void paper.save(sale, form)}>
            {t(`sales.paper.${kind}.save.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
