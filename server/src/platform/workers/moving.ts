const moved = new WeakMap<object, readonly ArrayBuffer[]>();

/** Says which buffers of an output change hands without being copied. For functions that run in a thread. */
export function moving<Output extends object>(output: Output, buffers: readonly ArrayBuffer[]): Output {
  moved.set(output, buffers);
  return output;
}

export function buffersToMove(output: unknown): readonly ArrayBuffer[] {
  return typeof output === 'object' && output !== null ? (moved.get(output) ?? []) : [];
}
