import { type ErrorCode, errorCodes, problemSchema } from '@rolecall/contract';

/** What the server has answered. */
export interface Answer {
  readonly status: number;
  /** `Content-Type`, or nothing. */
  readonly type: string;
  readonly body: string;
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** What is wrong with an answer, whatever the question was; undefined when nothing is. */
export function faultOf({ status, type, body }: Answer): string | undefined {
  if (status < 400) return undefined;
  if (!type.startsWith('application/problem+json'))
    return `${status} with ${type || 'no type'}: ${body.slice(0, 200)}`;
  const problem = problemSchema.safeParse(JSON.parse(body));
  if (!problem.success) return `no problem object: ${body.slice(0, 200)}`;
  const { code } = problem.data;
  if (!isErrorCode(code)) return `unknown code ${code}`;
  if (code === 'internal_error') return `internal_error, request ${problem.data.request_id}`;
  return errorCodes[code].status === status ? undefined : `${status} with ${code}`;
}

/** The code of a problem; undefined for other answers. */
export function codeOf({ status, body }: Answer): string | undefined {
  return status < 400 ? undefined : problemSchema.safeParse(JSON.parse(body)).data?.code;
}
