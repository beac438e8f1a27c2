import { z } from 'zod';

/** Branded row ids: a customer's id cannot be handed in where a sale's is wanted. Positive integers. */
export const customerId = z.int().positive().brand<'CustomerId'>();
export const productId = z.int().positive().brand<'ProductId'>();
export const saleId = z.int().positive().brand<'SaleId'>();
export const importId = z.int().positive().brand<'ImportId'>();
export const batchId = z.int().positive().brand<'BatchId'>();

export type CustomerId = z.infer<typeof customerId>;
export type ProductId = z.infer<typeof productId>;
export type SaleId = z.infer<typeof saleId>;
export type ImportId = z.infer<typeof importId>;
export type BatchId = z.infer<typeof batchId>;
