import { RolecallError } from '../../errors.ts';

export function toRolecallError(error: unknown): RolecallError {
  if (error instanceof RolecallError) return error;
  return new RolecallError('network_error', 'The server could not be reached.', { cause: error });
}
