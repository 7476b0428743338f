import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { ApplicationError, toProblem } from '../../platform/errors/index.ts';

/**
 * Answers with a problem what Node.js cannot read as a request, so that no route ever sees it; then the connection ends,
 * since nobody knows where the next request would begin.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const problem = toProblem(
      new ApplicationError(codes.get(error.code ?? '') ?? 'invalid_request'),
      randomUUID(),
    );
    const body = JSON.stringify(problem);
    socket.write(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n` +
        `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
        `x-request-id: ${problem.request_id}\r\nconnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['HPE_HEADER_OVERFLOW', 'headers_too_large'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 'payload_too_large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request_timeout'],
]);

/** A header `Expect` that asks for what we do not know is no reason to refuse a request (RFC 9110, 10.1.1). */
export function ignoreExpectations(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    app.server.emit('request', request, response);
  });
}
