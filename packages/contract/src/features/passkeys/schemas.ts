import { z } from 'zod';
import { idSchema, requiredLineSchema, timestampSchema } from '../../core/primitives.ts';
import { challengeTokenSchema } from '../second-factor/schemas.ts';

export const maximumPasskeys = 20;

export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Whether it is kept by a service, such as that of a browser, and so on several devices. */
  synced: z.boolean(),
  created_at: timestampSchema,
  last_used_at: timestampSchema.nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

const nameSchema = requiredLineSchema(60);

/** Bytes in base64url (RFC 4648, 5) without padding, of at most so many characters. */
const bytesSchema = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[\w-]+$/, { error: 'must be base64url' });

const credentialIdSchema = bytesSchema(1_400);
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What a browser makes a passkey by: `PublicKeyCredentialCreationOptionsJSON` of WebAuthn. */
export const passkeyCreationOptionsSchema = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: z.array(z.object({ type: z.literal('public-key'), id: z.string() })),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type PasskeyCreationOptions = z.infer<typeof passkeyCreationOptionsSchema>;

/** What a browser asks for a passkey by: `PublicKeyCredentialRequestOptionsJSON`. It names none, so the person chooses. */
export const passkeyRequestOptionsSchema = z.object({
  rpId: z.string(),
  challenge: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});
export type PasskeyRequestOptions = z.infer<typeof passkeyRequestOptionsSchema>;

/** A new passkey as the browser gives it: `RegistrationResponseJSON`. */
export const createdPasskeySchema = z.object({
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytesSchema(4_096),
    attestationObject: bytesSchema(16_384),
    /** Those that are not known are left out. */
    transports: z
      .array(z.string().max(32))
      .max(20)
      .default([])
      .transform((given) => transports.filter((known) => given.includes(known))),
  }),
});
export type CreatedPasskey = z.infer<typeof createdPasskeySchema>;

/** The proof that somebody has a passkey: `AuthenticationResponseJSON`. */
export const passkeyProofSchema = z.object({
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytesSchema(4_096),
    authenticatorData: bytesSchema(4_096),
    /** Of ML-DSA-65 it has 4,412 characters, of the usual curves fewer than a hundred. */
    signature: bytesSchema(8_192),
    userHandle: bytesSchema(128).optional(),
  }),
});
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

export const passkeyRegistrationSchema = z.object({ name: nameSchema, passkey: createdPasskeySchema });
export const passkeyRenameSchema = z.object({ name: nameSchema });
export const passkeySignInSchema = z.object({ proof: passkeyProofSchema });
export const passkeySecondStepSchema = z.object({
  challenge_token: challengeTokenSchema,
  proof: passkeyProofSchema,
});
