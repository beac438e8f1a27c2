import { runInWayland } from '../package/wayland-session.ts';

const [program, ...args] = process.argv.slice(2);
try {
  if (program === undefined) throw new Error('npm run wayland -- PROGRAM [ARGUMENT…]');
  process.exitCode = await runInWayland([program, ...args]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
