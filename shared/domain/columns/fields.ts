/**
 * What a column of a file can become. `ignore` leaves it out. Interactions are `contact.*` here and
 * here alone: shops remember these names with the layouts of their files, and none of them is renamed.
 */
export const IMPORT_FIELDS = [
  'ignore',
  'customer.name',
  'customer.phone',
  'customer.email',
  'customer.externalId',
  'customer.address',
  'customer.city',
  'customer.province',
  'customer.district',
  'customer.postalCode',
  'customer.birthday',
  'customer.gender',
  'customer.source',
  'customer.taxId',
  'customer.note',
  'customer.tag',
  'customer.kind',
  'customer.occupation',
  'customer.referredBy',
  'customer.own',
  'product.name',
  'product.sku',
  'product.category',
  'product.cost',
  'product.unit',
  'product.price',
  'product.active',
  'sale.number',
  'sale.date',
  'sale.time',
  'sale.status',
  'sale.note',
  'sale.discount',
  'sale.shipping',
  'sale.refund',
  'sale.total',
  'sale.paymentMethod',
  'sale.currency',
  'line.quantity',
  'line.unitPrice',
  'line.amount',
  'line.discount',
  'complaint.number',
  'complaint.title',
  'complaint.text',
  'complaint.receivedOn',
  'complaint.receivedTime',
  'complaint.kind',
  'complaint.channel',
  'complaint.severity',
  'complaint.status',
  'complaint.answeredOn',
  'complaint.answer',
  'complaint.cause',
  'complaint.causeNote',
  'complaint.solution',
  'complaint.resolvedOn',
  'complaint.compensationKind',
  'complaint.compensation',
  'complaint.closedOn',
  'complaint.handledBy',
  'contact.date',
  'contact.time',
  'contact.channel',
  'contact.direction',
  'contact.topic',
  'contact.text',
  'contact.outcome',
  'contact.handledBy',
  'contact.nextOn',
  'contact.nextReason',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How a field's cells are read. */
export type FieldType =
  | 'none'
  | 'text'
  | 'name'
  | 'code'
  | 'phone'
  | 'email'
  | 'number'
  | 'money'
  | 'discount'
  | 'date'
  | 'time'
  | 'status'
  | 'gender'
  | 'kind'
  | 'standing'
  | 'currency'
  | 'own'
  | WordType;

/** Columns of a few words from a table of their own. */
export type WordType =
  | 'complaintStatus'
  | 'complaintKind'
  | 'severity'
  | 'compensation'
  | 'channel'
  | 'direction'
  | 'topic'
  | 'outcome';

const SPECIAL_TYPES: Readonly<Partial<Record<ImportField, FieldType>>> = {
  ignore: 'none',
  'customer.name': 'name',
  'customer.phone': 'phone',
  'customer.email': 'email',
  'customer.externalId': 'code',
  'customer.postalCode': 'code',
  'customer.taxId': 'code',
  'customer.birthday': 'date',
  'customer.gender': 'gender',
  'customer.kind': 'kind',
  'customer.own': 'own',
  'product.sku': 'code',
  'product.cost': 'money',
  'product.price': 'money',
  'product.active': 'standing',
  'sale.number': 'code',
  'sale.date': 'date',
  'sale.time': 'time',
  'sale.status': 'status',
  'sale.discount': 'discount',
  'sale.shipping': 'money',
  'sale.refund': 'money',
  'sale.total': 'money',
  'sale.currency': 'currency',
  'line.quantity': 'number',
  'line.unitPrice': 'money',
  'line.amount': 'money',
  'line.discount': 'discount',
  'complaint.number': 'code',
  'complaint.receivedOn': 'date',
  'complaint.receivedTime': 'time',
  'complaint.kind': 'complaintKind',
  'complaint.channel': 'channel',
  'complaint.severity': 'severity',
  'complaint.status': 'complaintStatus',
  'complaint.answeredOn': 'date',
  'complaint.resolvedOn': 'date',
  'complaint.compensationKind': 'compensation',
  'complaint.compensation': 'money',
  'complaint.closedOn': 'date',
  'contact.date': 'date',
  'contact.time': 'time',
  'contact.channel': 'channel',
  'contact.direction': 'direction',
  'contact.topic': 'topic',
  'contact.outcome': 'outcome',
  'contact.nextOn': 'date',
};

/** How the cells of a field are read; plain text unless said otherwise. */
export function fieldType(field: ImportField): FieldType {
  return SPECIAL_TYPES[field] ?? 'text';
}

/**
 * Fields that several columns of one file may feed. Parts of a name (first, middle, last) are all
 * `customer.name` and are joined by a space in the order of the columns.
 */
export const REPEATABLE_FIELDS: ReadonlySet<ImportField> = new Set<ImportField>([
  'ignore',
  'customer.phone',
  'customer.email',
  'customer.note',
  'customer.tag',
  'customer.address',
  'customer.own',
]);

/** Whether text names a field. */
export function isImportField(text: string): text is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(text);
}
