import type { z } from 'zod';
import { type Template, template } from './template.ts';

type Given = z.input<typeof template>;
type Column = Given['columns'][number];

function empty(...headers: readonly string[]): Column[] {
  return headers.map((header) => ({ header, constant: '' }));
}

/** Sales invoices of Mekari Jurnal: rows with one number and date become one invoice, of 500 rows at most. */
const mekariInvoice: Given = {
  id: 'mekari-jurnal-invoice',
  name: 'Mekari Jurnal: Sales Invoice',
  rows: 'line',
  format: 'csv',
  dates: 'dd/mm/yyyy',
  limits: { rowsOfInvoice: 500 },
  columns: [
    { header: '*Customer', field: 'customer', constant: 'Tanpa nama', required: true },
    { header: 'Email', field: 'email' },
    { header: 'BillingAddress', field: 'address' },
    ...empty('ShippingAddress'),
    { header: '*InvoiceDate', field: 'day', required: true },
    { header: '*DueDate', field: 'dueDay', otherwise: 'day', required: true },
    ...empty('ShippingDate', 'ShipVia', 'TrackingNo', 'CustomerRefNo'),
    { header: '*InvoiceNumber', field: 'number', required: true },
    ...empty('Message'),
    { header: 'Memo', field: 'note' },
    { header: '*ProductName', field: 'product', constant: 'Penjualan', required: true },
    { header: 'Description', field: 'description' },
    { header: '*Quantity', field: 'quantity', required: true },
    { header: 'Unit', field: 'unit' },
    { header: '*UnitPrice', field: 'unitPrice', required: true },
    ...empty('ProductDiscountRate(%)', 'InvoiceDiscountRate(%)', 'TaxName'),
    { header: 'TaxRate(%)', field: 'taxRate' },
    ...empty('ShippingFee', 'WitholdingAccountCode', 'WitholdingAmount(value or %)'),
    { header: '#paid?(yes/no)', field: 'isPaid' },
    { header: '#PaymentMethod', field: 'paymentMethod' },
    ...empty('#PaidToAccountCode', 'Tags (use ; to separate tags)', 'WarehouseName'),
    { header: '#currency code(example: IDR, USD, CAD)', field: 'currency' },
  ],
};

/** Payments towards invoices of Mekari Jurnal: dates and numbers are text. */
const mekariPayment: Given = {
  id: 'mekari-jurnal-payment',
  name: 'Mekari Jurnal: Payment Received',
  rows: 'payment',
  format: 'csv',
  dates: 'dd/mm/yyyy',
  columns: [
    { header: '*Payment Date', field: 'day', required: true },
    { header: '*Payment Number', field: 'number', required: true },
    { header: '*Invoice Number', field: 'saleNumber', required: true },
    { header: '*Pay to Account', field: 'cashAccount', required: true },
    { header: '*Amount', field: 'amount', required: true },
    { header: 'Payment Method', field: 'paymentMethod' },
    { header: 'Memo', field: 'note' },
  ],
};

/** Sales invoices of Xero: a row a line, at most 500 invoices a file. */
const xeroInvoice: Given = {
  id: 'xero-invoice',
  name: 'Xero: Sales Invoice',
  rows: 'line',
  format: 'csv',
  dates: 'dd/mm/yyyy',
  limits: { invoices: 500 },
  columns: [
    { header: '*ContactName', field: 'customer', constant: 'No name', required: true },
    { header: 'EmailAddress', field: 'email' },
    { header: '*InvoiceNumber', field: 'number', required: true },
    { header: 'Reference', field: 'note' },
    { header: '*InvoiceDate', field: 'day', required: true },
    { header: '*DueDate', field: 'dueDay', otherwise: 'day', required: true },
    { header: 'InventoryItemCode', field: 'sku' },
    { header: '*Description', field: 'description', constant: 'Sale', required: true },
    { header: '*Quantity', field: 'quantity', required: true },
    { header: '*UnitAmount', field: 'unitPrice', required: true },
    ...empty('Discount'),
    { header: '*AccountCode', field: 'salesAccount', required: true },
    { header: '*TaxType', constant: 'Tax Exempt', required: true },
    { header: 'TaxAmount', field: 'tax' },
    { header: 'Currency', field: 'currency' },
  ],
};

/** What most programs can map, Accurate's general journal among them. */
const genericJournal: Given = {
  id: 'general-journal',
  name: 'Jurnal umum / General journal',
  rows: 'posting',
  format: 'csv',
  dates: 'dd/mm/yyyy',
  columns: [
    { header: 'Date', field: 'day', required: true },
    { header: 'Number', field: 'number' },
    { header: 'Account', field: 'account', required: true },
    { header: 'Debit', field: 'debit' },
    { header: 'Credit', field: 'credit' },
    { header: 'Memo', field: 'memo' },
  ],
};

const customerList: Given = {
  id: 'customers',
  name: 'Daftar pelanggan / Customers',
  rows: 'customer',
  format: 'xlsx',
  dates: 'dd/mm/yyyy',
  columns: [
    { header: 'Name', field: 'customer', required: true },
    { header: 'Tax ID', field: 'taxId' },
    { header: 'Address', field: 'address' },
    { header: 'Phone', field: 'phone' },
    { header: 'Owed', field: 'owed' },
  ],
};

/** The templates that come with the app. */
export const builtInTemplates: readonly Template[] = [
  mekariInvoice,
  mekariPayment,
  xeroInvoice,
  genericJournal,
  customerList,
].map((given) => template.parse(given));
