import { useState } from 'react';

/**
 * What somebody has just chosen, in the place of the value that the address has, until the address has it too: a page takes a
 * moment to follow, in which a check box must not spring back.
 *
 * @param key tells one value of the address from another
 */
export function usePending<Value>(value: Value, key: string): [Value, (chosen: Value) => void] {
  const [pending, setPending] = useState<{ readonly key: string; readonly value: Value }>();
  if (pending !== undefined && pending.key !== key) setPending(undefined);
  return [pending?.key === key ? pending.value : value, (chosen) => setPending({ key, value: chosen })];
}
