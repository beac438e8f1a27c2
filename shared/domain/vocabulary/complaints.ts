/** Whose complaint it is. */
export const complaintKinds = ['customer', 'employee', 'regulator'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** The lightest first. */
export const severities = ['light', 'medium', 'severe'] as const;
export type Severity = (typeof severities)[number];

/** How far a complaint is, in the order of the chain. */
export const complaintStates = [
  'received',
  'answered',
  'diagnosed',
  'resolved',
  'improved',
  'closed',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What can be done with a complaint that is there. */
export const complaintMoves = [
  'answer',
  'diagnose',
  'resolve',
  'improve',
  'close',
  'reopen',
  'recur',
] as const;
export type ComplaintMove = (typeof complaintMoves)[number];

/** What a customer gets for a complaint. */
export const compensationKinds = [
  'return',
  'discount',
  'voucher',
  'refund',
  'replacement',
  'other',
] as const;
export type CompensationKind = (typeof compensationKinds)[number];

/** Whether a corrective action has held. */
export const actionVerdicts = ['held', 'came-back'] as const;
export type ActionVerdict = (typeof actionVerdicts)[number];
