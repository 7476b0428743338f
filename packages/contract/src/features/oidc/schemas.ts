import { z } from 'zod';
import { webAddressSchema } from '../../core/links.ts';
import { localeSchema, timeZoneSchema } from '../../core/primitives.ts';

/** Where the provider sends people back to: a page, which gives what it was given to `finish`. */
export const oidcCallbackPath = '/sign-in/oidc';
/** Where people come back to who have signed out at the provider. */
export const oidcSignedOutPath = '/sign-in';

/** An address of the provider, to which the browser goes. */
export const oidcAddressSchema = z.object({ url: webAddressSchema });

/** What a browser has come back with. */
export const oidcCallbackSchema = z.object({
  /** The query of the page that the provider has led back to, as it is. */
  query: z
    .string()
    .min(1)
    .max(8_192)
    .regex(/^[!-~]+$/, { error: 'must be a query of an address' }),
});

export const oidcFinishSchema = oidcCallbackSchema.extend({
  /** For whoever gets an account now. */
  time_zone: timeZoneSchema.default('UTC'),
  locale: localeSchema.default('en'),
});

export const oidcSignOutSchema = z.object({
  /** Null: there is nothing to do at the provider. */
  url: webAddressSchema.nullable(),
});
