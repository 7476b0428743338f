import { z } from 'zod';
import {
  emailSchema,
  flagQuerySchema,
  idSchema,
  lineSchema,
  pageQuerySchema,
  timestampSchema,
} from '../../core/primitives.ts';
import { suppressionReasons } from './values.ts';

export const suppressionReasonSchema = z.enum(suppressionReasons);

/** `all`: nothing goes there; `all_but_transactional`: only mails of mandatory kinds, such as a password reset, do. */
export const suppressionScopes = ['all', 'all_but_transactional'] as const;
export const suppressionScopeSchema = z.enum(suppressionScopes);
export type SuppressionScope = z.infer<typeof suppressionScopeSchema>;

export const suppressionSchema = z.object({
  id: idSchema,
  /** Null: its person has been erased, and only a keyed hash is left. */
  address: z.string().nullable(),
  reason: suppressionReasonSchema,
  scope: suppressionScopeSchema,
  /** Who told of it: a provider, `dsn`, `arf`, or `operator`. */
  source: z.string(),
  note: z.string().nullable(),
  /** Enhanced status code (RFC 3463) of the bounce, where there was one. */
  status: z.string().nullable(),
  /** The operator who put it down. */
  created_by: z.string().nullable(),
  created_at: timestampSchema,
  /** From then on it does not count any more; null: until it is lifted. */
  expires_at: timestampSchema.nullable(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

export const suppressionListQuerySchema = pageQuerySchema.extend({
  /** Beginning of an address, or `@` and the beginning of a domain. */
  q: lineSchema(254).default(''),
  reason: suppressionReasonSchema.optional(),
  scope: suppressionScopeSchema.optional(),
  /** Also those that do not count any more. */
  expired: flagQuerySchema.default(false),
});

export const suppressionInputSchema = z.object({
  address: emailSchema,
  scope: suppressionScopeSchema.default('all'),
  note: lineSchema(300).default(''),
  expires_at: timestampSchema.nullable().default(null),
});
export type SuppressionInput = z.output<typeof suppressionInputSchema>;

export const suppressionReleaseSchema = z.object({
  /** For so many days bounces do not suppress the address again; complaints do. */
  pin_days: z.int().min(0).max(365).default(0),
});

/** Lines of a list that is read at once. */
export const mostSuppressionLines = 10_000;

export const suppressionImportSchema = z.object({
  /**
   * CSV (RFC 4180) with a header line. `address` is needed; `scope`, `reason`, `expires_at` and `note` may be there. Other
   * columns are left alone, so that an export can be read again.
   */
  csv: z.string().max(900_000),
  /** Says what would happen, and changes nothing. */
  dry_run: z.boolean().default(false),
});

export const suppressionImportResultSchema = z.object({
  /** Without the header and empty lines. */
  lines: z.int(),
  /** Addresses that were not on the list for this reason. */
  added: z.int(),
  /** Addresses that were. */
  updated: z.int(),
  /** Lines that were left out. */
  refused: z.int(),
  /** The first hundred of them; the header is line 1. */
  errors: z.array(z.object({ line: z.int(), message: z.string() })),
});
export type SuppressionImportResult = z.infer<typeof suppressionImportResultSchema>;

/** How the address of the person who asks stands with us. */
export const addressStandingSchema = z.object({
  address: z.string(),
  verified: z.boolean(),
  /** Why we do not mail it, or only what is needed; null: nothing is wrong with it. */
  problem: z
    .object({
      reason: suppressionReasonSchema,
      scope: suppressionScopeSchema,
      since: timestampSchema,
      /** Confirming the address anew lifts it. */
      can_confirm: z.boolean(),
    })
    .nullable(),
});
export type AddressStanding = z.infer<typeof addressStandingSchema>;
