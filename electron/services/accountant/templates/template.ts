import { z } from 'zod';

/** What a row of a template's file is one of. */
export const rowKinds = ['line', 'payment', 'customer', 'posting'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Fields that a column can show, by what a row is one of. */
export const templateFields = {
  line: [
    'customer',
    'phone',
    'email',
    'address',
    'taxId',
    'day',
    'dueDay',
    'number',
    'product',
    'sku',
    'unit',
    'description',
    'quantity',
    'unitPrice',
    'amount',
    'tax',
    'taxRate',
    'total',
    'paymentMethod',
    'isPaid',
    'note',
    'currency',
    'salesAccount',
    'cashAccount',
  ],
  payment: [
    'day',
    'number',
    'saleNumber',
    'customer',
    'amount',
    'paymentMethod',
    'note',
    'currency',
    'cashAccount',
  ],
  customer: ['customer', 'phone', 'email', 'taxId', 'address', 'owed', 'currency'],
  posting: ['day', 'number', 'account', 'debit', 'credit', 'memo', 'currency'],
} as const satisfies Readonly<Record<RowKind, readonly string[]>>;
export type TemplateField = (typeof templateFields)[RowKind][number];

const allFields = [...new Set(Object.values(templateFields).flat())] as [
  TemplateField,
  ...TemplateField[],
];

const column = z
  .strictObject({
    header: z.string().min(1).max(120),
    /** What of the row it shows. */
    field: z.enum(allFields).optional(),
    /** The same text on every row; with a field: where the row has nothing of it. */
    constant: z.string().max(200).optional(),
    /** A field that stands in where the first has nothing. */
    otherwise: z.enum(allFields).optional(),
    required: z.boolean().default(false),
  })
  .readonly();
export type TemplateColumn = z.output<typeof column>;

/** How an accountant's program wants a table. */
export const template = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
    name: z.string().min(1).max(80),
    rows: z.enum(rowKinds),
    format: z.enum(['csv', 'xlsx']),
    /** A byte-order mark comes first in `utf-8-bom`. */
    encoding: z.enum(['utf-8', 'utf-8-bom']).default('utf-8'),
    separator: z.enum([',', ';', '\t']).default(','),
    dates: z.enum(['dd/mm/yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd']),
    decimalMark: z.enum(['.', ',']).default('.'),
    columns: z.array(column).min(1).max(100),
    limits: z
      .strictObject({
        /** Rows of a file. */
        rows: z.int().min(1).max(1_000_000).optional(),
        /** Invoices of a file. */
        invoices: z.int().min(1).max(1_000_000).optional(),
        /** Rows of one invoice. */
        rowsOfInvoice: z.int().min(1).max(1_000_000).optional(),
      })
      .default({}),
  })
  .superRefine(({ rows, columns }, ctx) => {
    const known: readonly string[] = templateFields[rows];
    for (const [index, { field, otherwise }] of columns.entries())
      for (const [key, name] of Object.entries({ field, otherwise }))
        if (name !== undefined && !known.includes(name))
          ctx.addIssue({ code: 'custom', path: ['columns', index, key], message: `no ${name}` });
  })
  .readonly();
export type Template = z.output<typeof template>;
