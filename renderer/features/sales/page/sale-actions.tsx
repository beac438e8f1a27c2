import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { ReturnDialog } from './return-dialog.tsx';

interface Props {
  readonly id: SaleId;
  readonly title: string;
  readonly isCancelled: boolean;
  readonly around: Output<'sales.around'>;
}

function useDeeds({ id, title }: Pick<Props, 'id' | 'title'>) {
  const { t } = useTranslation();
  const go = useGo();
  const cancel = useCommand('sales.cancel');
  const remove = useCommand('sales.remove');
  return {
    error: cancel.error ?? remove.error,
    cancel: () => void cancel.run({ id }, t('sales.page.cancelled', { title })),
    remove: async () => {
      const { ok } = await remove.run({ id }, t('sales.page.removed', { title }));
      if (ok) go('sales');
    },
  };
}

/** What can be done with a sale. */
export function SaleActions(props: Props) {
  const { id, isCancelled, around } = props;
  const { t } = useTranslation();
  const go = useGo();
  const deeds = useDeeds(props);
  const [isReturning, setReturning] = useState(false);
  const isReturn = around.returnOf !== null;
  const canReturn = !isCancelled && around.lines.some(({ leftE4 }) => leftE4 > 0);
  return (
    <>
      {around.fixedBy === null && (
        <Button onClick={() => go(`/sales/${id}/change`)}>{t('sales.page.change')}</Button>
      )}
      {canReturn && <Button onClick={() => setReturning(true)}>{t('sales.page.return')}</Button>}
      <Menu>
        <Menu.Target>
          <Button>{t('app.more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!isReturn && around.fixedBy !== 'sale-mixed' && (
            <Menu.Item onClick={() => go(`/sales/new?from=${id}`)}>
              {t('sales.page.copy')}
            </Menu.Item>
          )}
          {!isCancelled && <Menu.Item onClick={deeds.cancel}>{t('sales.page.cancel')}</Menu.Item>}
          <Menu.Item onClick={() => void deeds.remove()}>{t('sales.page.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {deeds.error !== null && <ErrorState error={deeds.error} />}
      {isReturning && <ReturnDialog {...{ id, around }} onClose={() => setReturning(false)} />}
    </>
  );
}
