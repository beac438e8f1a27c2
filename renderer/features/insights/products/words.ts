import type { Output } from '#shared/contract/index.ts';

export type Products = Output<'insights.products'>;
