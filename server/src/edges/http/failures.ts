import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { DatabaseBusyError, DatabaseUnavailableError } from '../../platform/db/index.ts';
import { ApplicationError, isApplicationError, toProblem } from '../../platform/errors/index.ts';

/** Answers every failure with a problem object, and logs those that are the server's own. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = toApplicationError(error);
    const problem = toProblem(known, request.id);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    const retryAfter = known.extensions['retry_after'];
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    return sendProblem(reply, problem.status, problem);
  });
}

/** Answers a path of the API that does not exist, or exists with other methods. */
export function answerUnknownPath(
  request: FastifyRequest,
  reply: FastifyReply,
  otherMethods: readonly string[],
) {
  if (otherMethods.length > 0) reply.header('allow', otherMethods.join(', '));
  const error = new ApplicationError(otherMethods.length > 0 ? 'method_not_allowed' : 'not_found');
  const problem = toProblem(error, request.id);
  return sendProblem(reply, problem.status, problem);
}

function sendProblem(reply: FastifyReply, status: number, problem: unknown) {
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}

function toApplicationError(error: unknown): ApplicationError {
  if (isApplicationError(error)) return error;
  if (error instanceof ZodError) return invalidRequest(error);
  if (error instanceof DatabaseBusyError || error instanceof DatabaseUnavailableError) {
    return new ApplicationError('unavailable', { extensions: { retry_after: 5 }, cause: error });
  }
  return frameworkError(error) ?? new ApplicationError('internal_error', { cause: error });
}

function invalidRequest(error: ZodError): ApplicationError {
  const fields = error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const first = fields[0];
  const detail = first === undefined ? undefined : [first.path, first.message].filter(Boolean).join(': ');
  return new ApplicationError('invalid_request', { detail, fields, cause: error });
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function frameworkError(error: unknown): ApplicationError | undefined {
  if (!isFrameworkError(error)) return undefined;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new ApplicationError('payload_too_large', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new ApplicationError('unsupported_media_type', { cause: error });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new ApplicationError('invalid_json', { cause: error });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_ERR_MAX_PARAM_LENGTH':
    case 'FST_ERR_BAD_URL':
      return new ApplicationError('invalid_request', { detail: error.message, cause: error });
    default:
      return undefined;
  }
}
