/** What a watch over this process looks at from its own thread: whether it is armed, the beats, its patience. */
export const pulse = new Int32Array(new SharedArrayBuffer(12));
export const armedAt = 0;
export const beatsAt = 1;
export const patienceAt = 2;

/** Times as long as a step may take that cannot beat while it goes on. */
const ofLongSteps = 10;

/** Says that work in this process has come further. Whoever reads a file from outside beats as it goes. */
export function beat(): void {
  Atomics.add(pulse, beatsAt, 1);
}

/** Takes a step in one go that looks at every column at once: a wide sheet may need its time for it. */
export function takeLongStep<T>(step: () => T): T {
  beat();
  Atomics.store(pulse, patienceAt, ofLongSteps);
  try {
    return step();
  } finally {
    Atomics.store(pulse, patienceAt, 1);
    beat();
  }
}
