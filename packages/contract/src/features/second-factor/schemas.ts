import { z } from 'zod';
import { timestampSchema } from '../../core/primitives.ts';

/** What can be shown as the second step of a sign-in. */
export const secondFactors = ['totp', 'passkey', 'recovery_code'] as const;
export type SecondFactorName = (typeof secondFactors)[number];

export const secondFactorSchema = z.object({
  enabled: z.boolean(),
  since: timestampSchema.nullable(),
  /** Codes that still work; each works once. */
  recovery_codes_left: z.int(),
});
export type SecondFactor = z.infer<typeof secondFactorSchema>;

/** What an authenticator app is given. It counts for nothing until a code of it has been confirmed. */
export const totpSetupSchema = z.object({
  /** In Base32 (RFC 4648), for typing it in. */
  secret: z.string(),
  /** `otpauth://totp/…`, for a QR code. */
  uri: z.string(),
  expires_at: timestampSchema,
});
export type TotpSetup = z.infer<typeof totpSetupSchema>;

/** Six digits; people type them with a space in the middle, as apps show them. */
export const totpCodeSchema = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(' ', ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'must be the six digits that the app shows' }));

export const totpConfirmSchema = z.object({ code: totpCodeSchema });

/** The codes are shown this one time; only their hashes are kept. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** Names a sign-in that waits for its second step; `second_factor_required` tells it. */
export const challengeTokenSchema = z.string().min(1).max(512);

export const secondFactorAnswerSchema = z.discriminatedUnion('factor', [
  z.object({ factor: z.literal('totp'), challenge_token: challengeTokenSchema, code: totpCodeSchema }),
  z.object({
    factor: z.literal('recovery_code'),
    challenge_token: challengeTokenSchema,
    code: z.string().min(1).max(64),
  }),
]);
export type SecondFactorAnswer = z.infer<typeof secondFactorAnswerSchema>;

/** What `second_factor_required` tells beside its code. */
export const secondFactorRequiredSchema = z.object({
  challenge_token: challengeTokenSchema,
  factors: z.array(z.enum(secondFactors)),
  expires_at: timestampSchema,
});
export type SecondFactorRequired = z.infer<typeof secondFactorRequiredSchema>;
