import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** Randomness is drawn for so many ids at once: a call of the system for each costs more than all the rest of it. */
const drawn = 256;
const bytesOfId = 16;
/** The sequence has 32 bits; it begins in the lower half, so that there is room to count. */
const startBits = 0x7fff_ffff;

/**
 * Makes ids (UUIDv7, RFC 9562) for bulk work, each greater than the one before, also within a millisecond, so that rows
 * in the order of their ids are rows in the order in which they were made.
 */
export function createIdSource(): () => string {
  const pool = new Uint8Array(drawn * bytesOfId);
  let used = pool.length;
  let milliseconds = 0;
  let sequence = 0;

  function draw(): Uint8Array {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += bytesOfId;
    return pool.subarray(used - bytesOfId, used);
  }

  return () => {
    const random = draw();
    const now = Date.now();
    if (now > milliseconds) {
      milliseconds = now;
      sequence = new DataView(random.buffer, random.byteOffset).getUint32(0) & startBits;
    } else {
      sequence += 1;
    }
    return uuidv7({ random, msecs: milliseconds, seq: sequence });
  };
}
