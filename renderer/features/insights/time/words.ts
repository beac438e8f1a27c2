import type { Output } from '#shared/contract/index.ts';

export type Time = Output<'insights.time'>;
export type Forecast = Time['weeks'];
export type MadeForecast = Extract<Forecast, { kind: 'made' }>;
