import { z } from 'zod';
import { saleId } from '../../ids.ts';
import { task } from '../define.ts';

/** What a sale is printed as: a strip of a till's roll, or a page. */
export const paperForms = ['receipt', 'invoice'] as const;
export const paperForm = z.enum(paperForms);
export type PaperForm = z.infer<typeof paperForm>;

/** Widths of a till's roll, in millimetres. */
export const rollWidths = ['80', '58'] as const;

/** What stands on everything printed, beside the shop's name. */
export const paperSettings = z.strictObject({
  /** Several lines. */
  address: z.string().trim().max(300),
  phone: z.string().trim().max(60),
  taxId: z.string().trim().max(60),
  /** The last words, such as thanks. */
  closing: z.string().trim().max(300),
  roll: z.enum(rollWidths),
});
export type PaperSettings = z.infer<typeof paperSettings>;

const request = z.strictObject({
  id: saleId,
  form: paperForm,
  /** What the file is called, without its ending. */
  name: z.string().trim().min(1).max(120),
});

/** What came of putting something on paper. */
export const printed = z.strictObject({
  path: z.string(),
  /** False: some letters have no shape in the paper's fonts, and stand there as `?`. */
  isWhole: z.boolean(),
});

export const salesPaperContract = {
  /** A sale as a PDF where the owner says. Null: the dialog was closed. */
  'sales.savePdf': task({
    input: request,
    output: printed.nullable(),
    touches: [],
  }),
  /** The same as a passing file, shown by the system's program for PDFs, which prints it. CONFLICT: there is none. */
  'sales.print': task({
    input: request,
    output: printed.nullable(),
    touches: [],
  }),
};
