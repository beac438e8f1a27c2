import { takeAppLock } from '#db/app-lock.ts';

/** Run as a process of its own: takes the lock named in its argument and holds it until killed. */
takeAppLock(process.argv[2] ?? '');
process.send?.('held');
setInterval(() => undefined, 60_000);
