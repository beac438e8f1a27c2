import { shareTaskLock, takeAppLock } from '#db/file/app-lock.ts';
import { openConnection } from '#db/file/client.ts';

const [lock = '', database] = process.argv.slice(2);
const lateMs = 400;

/**
 * Run as a process of its own. With a lock alone: takes it and holds it until killed. With a database
 * too: it is a task whose app was killed, that commits a customer a little later and then ends.
 */
if (database === undefined) {
  const held = takeAppLock(lock);
  setTimeout(() => held.release(), 600_000);
} else {
  const held = shareTaskLock(lock);
  const { raw } = openConnection(database);
  raw.exec('BEGIN IMMEDIATE');
  setTimeout(() => {
    raw.exec("INSERT INTO settings (key, value) VALUES ('shopName', '\"Toko Terlambat\"'); COMMIT");
    raw.close();
    // Let go of by name: a handle that nobody holds is closed when memory is tidied, and its lock with it.
    held.release();
    process.exit(0);
  }, lateMs);
}
process.send?.('held');
