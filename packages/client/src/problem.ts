import type { ErrorCode } from '@rolecall/contract';
import { knownErrors } from '@rolecall/contract/routes';
import { type FieldFault, RolecallError } from './errors.ts';

/** Reads the problem details (RFC 9457) of an answer without success. */
export async function toRolecallError(response: Response): Promise<RolecallError> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  const problem = new Map<string, unknown>(
    typeof body === 'object' && body !== null ? Object.entries(body) : [],
  );
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const [code, title] = [problem.get('code'), problem.get('title')];
  if (typeof title !== 'string' || !isErrorCode(code)) {
    return new RolecallError('invalid_response', `The server answered ${status} without a known problem.`, {
      status,
    });
  }
  return new RolecallError(code, textOf(problem.get('detail')) ?? title, {
    status,
    fields: fieldsOf(problem.get('errors')),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    requestId: textOf(problem.get('request_id')),
    details: Object.fromEntries(problem),
  });
}

const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(knownErrors, code);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const fieldsOf = (value: unknown): FieldFault[] => (Array.isArray(value) ? value.filter(isFieldFault) : []);

const isFieldFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'message' in value &&
  typeof value.message === 'string';
