import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { readSchema } from '#db/schema/snapshot.ts';
import { root } from '../engine.ts';

/** Writes what the migrations make, for the test that guards them: `npm run snapshot`. */
const { raw, close } = openConnection(':memory:', { isNew: true });
await migrate(raw, async () => undefined);
writeFileSync(
  join(root, 'db', 'schema', 'snapshot.json'),
  `${JSON.stringify(readSchema(raw), null, 2)}\n`,
);
await close();
