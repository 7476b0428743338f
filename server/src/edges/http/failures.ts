import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationError, isApplicationError, toProblem } from '../../platform/errors/index.ts';
import { logFailure, toApplicationError } from '../failures/index.ts';

/** Answers every failure with a problem object, and logs those that are the server's own. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerFailure(error, request, reply));
}

/** Answers one failure, also where Fastify has none of its hooks yet: for an address that nobody can decode. */
export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = unreadableRequest(error) ?? toApplicationError(error);
  logFailure(request.log, error, known, 'request failed');
  const problem = toProblem(known, request.id);
  const retryAfter = known.extensions['retry_after'];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return sendProblem(reply, problem.status, problem);
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

/** An error of Fastify or one of its plugins says by its status that the client's request cannot be read. */
function unreadableRequest(error: unknown): ApplicationError | undefined {
  if (!(error instanceof Error) || isApplicationError(error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return undefined;
  if ('code' in error && typeof error.code === 'string' && jsonFaults.has(error.code)) {
    return new ApplicationError('invalid_json', { cause: error });
  }
  if (statusCode === 413) return new ApplicationError('payload_too_large', { cause: error });
  if (statusCode === 406 || statusCode === 415) {
    return new ApplicationError('unsupported_media_type', { cause: error });
  }
  return new ApplicationError('invalid_request', { detail: error.message, cause: error });
}

const jsonFaults = new Set(['FST_ERR_CTP_EMPTY_JSON_BODY', 'FST_ERR_CTP_INVALID_JSON_BODY']);
