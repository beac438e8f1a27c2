import { Parser } from 'csv-parse';

/** The task process, but for a mistake planted in it: a text with these letters in it is never read to its end. */
const planted = Buffer.from('MACET');
const transform = Parser.prototype._transform;
Parser.prototype._transform = function loop(...given) {
  const [bytes] = given as unknown as [Buffer];
  while (bytes.includes(planted)) bytes.includes(planted);
  transform.apply(this, given);
};

await import('#electron/tasks/task-process.ts');
