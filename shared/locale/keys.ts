import type { Texts } from './index.ts';

type Bare<Key extends string> = Key extends `${infer Word}_${'one' | 'other'}` ? Word : Key;
type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${Path<T[K]>}`;
}[keyof T & string];

/** The keys of some areas' texts, such as `handover.title`; of a plural without its ending. */
export type TextKey<Area extends keyof Texts> = Path<Pick<Texts, Area>>;
