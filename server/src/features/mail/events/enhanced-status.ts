/** An enhanced status code (RFC 3463) of a failure that is not part of a version or an IP address. */
const failing = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/g;
const whole = /^[245]\.\d{1,3}\.\d{1,3}$/;

const longestText = 20_000;
const mostStatuses = 20;

/** @returns null: it is not a status */
function asStatus(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return whole.test(trimmed) ? trimmed : null;
}

/** The statuses of failures in a text, in their order. Of a conversation, that is without what went well (2.x.x). */
export function findStatuses(text: string | null | undefined): readonly string[] {
  const statuses: string[] = [];
  for (const [, status] of (text ?? '').slice(0, longestText).matchAll(failing)) {
    if (status !== undefined) statuses.push(status);
    if (statuses.length === mostStatuses) break;
  }
  return statuses;
}

/**
 * The most specific status: many servers give a general one (5.0.0) in its field, and that of the other server in the text
 * beside it.
 */
export function bestStatus(given: string | null | undefined, text: string | null | undefined): string | null {
  const status = asStatus(given?.split(/[\s(]/, 1)[0]);
  const found = findStatuses(text)[0] ?? null;
  if (status === null) return found;
  const isGeneral = /^[45]\.0\.0$/.test(status);
  return isGeneral && found !== null && found[0] === status[0] ? found : status;
}
