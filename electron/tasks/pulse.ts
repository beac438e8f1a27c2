/** What a watch over this process looks at from its own thread: whether it is armed, and the beats. */
export const pulse = new Int32Array(new SharedArrayBuffer(8));
export const armedAt = 0;
export const beatsAt = 1;

/** Says that work in this process has come further. Whoever reads a file from outside beats as it goes. */
export function beat(): void {
  Atomics.add(pulse, beatsAt, 1);
}
