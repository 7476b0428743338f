import {
  emailSchema,
  passwordSchema,
  personNameSchema,
  type Role,
  requiredLineSchema,
} from '@rolecall/contract';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { NewUser } from './registration.ts';

/** A person as somebody types one on a command line. */
export interface TypedUser {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly companyName: string | undefined;
}

/**
 * Holds what was typed to the schemas of the interface. Nobody is asked to confirm the address.
 * @throws {ZodError} for what the interface would refuse too
 * @throws {ApplicationError} `invalid_request` for a company that is missing or has no recruiter
 */
export function checkNewUser(typed: TypedUser): NewUser {
  const companyName =
    typed.companyName === undefined ? undefined : requiredLineSchema(120).parse(typed.companyName);
  if ((typed.role === 'recruiter') !== (companyName !== undefined)) {
    throw new ApplicationError('invalid_request', {
      detail: 'A recruiter needs --company, everybody else has none.',
    });
  }
  return {
    email: emailSchema.parse(typed.email),
    password: passwordSchema.parse(typed.password),
    name: personNameSchema.parse(typed.name),
    role: typed.role,
    companyName,
    emailVerified: true,
    timeZone: 'UTC',
    locale: 'en',
  };
}
