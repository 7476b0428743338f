import { type ErrorCode, errorCodes, problemSchema } from '@rolecall/contract';
import { RolecallError } from './errors.ts';

/** Reads the problem details (RFC 9457) of an answer without success. */
export async function toRolecallError(response: Response): Promise<RolecallError> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  const problem = problemSchema.safeParse(body);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (!problem.success || !isErrorCode(problem.data.code)) {
    return new RolecallError('invalid_response', `The server answered ${status} without a known problem.`, {
      status,
    });
  }
  const { code, title, detail, errors, request_id } = problem.data;
  return new RolecallError(code, detail ?? title, {
    status,
    fields: errors,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    requestId: request_id,
    details: problem.data,
  });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
