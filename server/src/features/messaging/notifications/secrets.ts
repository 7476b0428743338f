import type { Kind } from '@rolecall/contract';

/** Fields of a payload that open a door. They are needed until the mail is out, and removed from then on. */
const secretFields: Partial<Record<Kind, readonly string[]>> = {
  email_verification: ['token'],
  password_reset: ['token'],
};

/** The kinds that carry secrets, each with those fields. */
export const kindsWithSecrets: readonly (readonly [kind: string, fields: readonly string[]])[] =
  Object.entries(secretFields);

/** Fields of a kind that are secret. */
export function secretsOf(kind: Kind): readonly string[] {
  return secretFields[kind] ?? [];
}

export function withoutSecrets(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const secrets = secretsOf(kind);
  return Object.fromEntries(Object.entries(payload).filter(([field]) => !secrets.includes(field)));
}
