/**
 * V8 otherwise lets its nursery grow to 32 MiB and more while a large file is read: 300,000 lines
 * then held 450 MiB instead of 350, and were read no quicker. Where much memory is free it also lets
 * what nobody holds any more pile up to several times what is held: a pack of a million lines, which
 * holds a page of them, had 290 MiB instead of 220. It asks for this as it makes its heap: set by the
 * task process itself it would come too late.
 */
const v8Flags = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=48',
  '--heap-growing-percent=40',
];

/** How the task process is started as a plain child of Node. */
export const taskExecArgv: readonly string[] = v8Flags;

/** How it is started as a utility process, which hands V8 nothing but what `--js-flags` holds. */
export const utilityExecArgv: readonly string[] = [`--js-flags=${v8Flags.join(' ')}`];
