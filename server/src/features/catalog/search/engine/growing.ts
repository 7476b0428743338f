/** Typed arrays that grow by the half when they are full. */
type Kind = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

const leastCapacity = 1_024;

/** One with room for so many entries, with what the old one has. */
export function grown<Of extends Kind>(array: Of, needed: number, make: (capacity: number) => Of): Of {
  if (needed <= array.length) return array;
  const larger = make(Math.max(leastCapacity, needed, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}

export const bytes = (capacity: number) => new Uint8Array(capacity);
export const shorts = (capacity: number) => new Uint16Array(capacity);
export const words32 = (capacity: number) => new Uint32Array(capacity);
export const floats = (capacity: number) => new Float32Array(capacity);
export const doubles = (capacity: number) => new Float64Array(capacity);
