import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paperForms } from '#shared/contract/sales/paper.ts';
import { type PaperSale, usePaper } from '../use-paper.ts';

/** Prints or saves a sale, as a receipt or an invoice; Ctrl+P opens it. */
export function PrintMenu({ sale }: { readonly sale: PaperSale }) {
  const { t } = useTranslation();
  const paper = usePaper();
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['mod+P', () => setOpen(true)]], []);
  const kind = sale.kind;
  return (
    <Menu opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button
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
