/** An enhanced status code (RFC 3463) that stands by itself, and not in a version or an address of the network. */
const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
const whole = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** @returns null: it is none */
export function asStatus(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return whole.test(trimmed) ? trimmed : null;
}

/** The first status that a text speaks of. */
export function findStatus(text: string | null | undefined): string | null {
  return enhanced.exec(text?.slice(0, 20_000) ?? '')?.[1] ?? null;
}

/**
 * The status that says most: many servers give a general one (5.0.0) in its field, and the one of the other side in the
 * text beside it.
 */
export function bestStatus(given: string | null | undefined, text: string | null | undefined): string | null {
  const status = asStatus(given?.split(/[\s(]/, 1)[0]);
  const found = findStatus(text);
  if (status === null) return found;
  const isGeneral = /^[45]\.0\.0$/.test(status);
  return isGeneral && found !== null && found[0] === status[0] ? found : status;
}
