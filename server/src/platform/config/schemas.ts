import { z } from 'zod';

/** What the documentation says about one variable. */
interface VariableDocumentation {
  readonly description: string;
  /** What a number counts, such as 'bytes'. */
  readonly unit?: string;
  /** A secret may come from a file named by `NAME_FILE`, and its value is never shown. */
  readonly secret?: true;
  /** The default in words, when it depends on other variables. */
  readonly defaultText?: string;
}

export const documentation = z.registry<VariableDocumentation>();

export const wholeNumber = (minimum: number, maximum: number) => {
  const message = `must be a whole number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .pipe(z.number().min(minimum, message).max(maximum, message));
};

export const flag = () => z.stringbool({ error: 'must be true or false' });

export const addressWithScheme = (schemes: readonly string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && schemes.includes(parsed.protocol.slice(0, -1));
    },
    `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  );

const maximumListLength = 100;

export const list = (isValid: (item: string) => boolean, message: string) =>
  z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((items) => items.length <= maximumListLength, `must have at most ${maximumListLength} items`)
    .refine((items) => items.every(isValid), message);

export const domainName = (example: string) =>
  z
    .string()
    .regex(/^(?=.{1,180}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i, {
      error: `must be a domain such as ${example}`,
    })
    .transform((value) => value.toLowerCase());
