import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { PaperForm } from '#shared/contract/sales/paper.ts';
import type { SaleRow } from '#shared/contract/sales.ts';

/** A sale by what its file is called after. */
export type PaperSale = Pick<SaleRow, 'id' | 'number' | 'soldOn' | 'kind'>;

export interface Paper {
  /** Shows it in the system's program for PDFs, which prints it. */
  print(sale: PaperSale, form: PaperForm): Promise<void>;
  /** Saves it where the owner says. */
  save(sale: PaperSale, form: PaperForm): Promise<void>;
  readonly isRunning: boolean;
}

/** Puts a sale on paper, from wherever one is at hand, and says what came of it. */
export function usePaper(): Paper {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const printing = useTask('sales.print');
  const saving = useTask('sales.savePdf');
  const put = async (way: 'print' | 'save', sale: PaperSale, form: PaperForm) => {
    const { id, number, soldOn, kind } = sale;
    const what = t(`sales.paper.what.${kind === 'return' ? 'credit' : form}`);
    const input = { id, form, name: `${what} ${number ?? soldOn}` };
    const { run } = way === 'print' ? printing : saving;
    const result = await run(input, t('sales.paper.running'));
    if (!result.ok) return sayError(result.error);
    if (result.value === null) return;
    const { path, isWhole } = result.value;
    const done = t(`sales.paper.${way === 'print' ? 'shown' : 'saved'}`, {
      file: fileNameOf(path),
    });
    say(isWhole ? done : `${done} ${t('sales.paper.unshown')}`);
  };
  return {
    print: (sale, form) => put('print', sale, form),
    save: (sale, form) => put('save', sale, form),
    isRunning: printing.isRunning || saving.isRunning,
  };
}
