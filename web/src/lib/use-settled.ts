import { useEffect, useState } from 'react';

/** Long enough for a word to be typed, in milliseconds. */
const pause = 350;

/** A value that changes while somebody types, as it was when they last paused. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pause);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
