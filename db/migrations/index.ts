import { ground } from './0001-ground.ts';
import { nobodyForgotten } from './0002-nobody-forgotten.ts';

/** Every migration in order: the n-th takes `user_version` from n-1 to n. Shipped ones never change. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-ground', sql: ground },
  { name: '0002-nobody-forgotten', sql: nobodyForgotten },
];
