import { describe, expect, it } from 'vitest';
import { ApplicationError, isApplicationError, toProblem } from './index.ts';

describe('the problem object', () => {
  it('tells the client code, status, request and the faults of each field', () => {
    const fields = [{ path: 'pay.minimum', message: 'must not be negative' }];
    const error = new ApplicationError('invalid_request', { detail: 'One field is wrong.', fields });
    expect(toProblem(error, 'r-1')).toEqual({
      type: 'urn:rolecall:error:invalid_request',
      title: expect.any(String),
      status: expect.any(Number),
      code: 'invalid_request',
      detail: 'One field is wrong.',
      instance: 'urn:rolecall:request:r-1',
      request_id: 'r-1',
      errors: fields,
    });
  });

  it('leaks nothing of an unknown error', () => {
    const problem = toProblem(new Error('connect to postgres://root:hunter2@db failed'), 'r-2');
    expect(problem).toMatchObject({ code: 'internal_error', status: 500 });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it('leaks nothing of the cause', () => {
    const cause = new Error('hunter2');
    expect(JSON.stringify(toProblem(new ApplicationError('internal_error', { cause }), 'r'))).not.toContain(
      'hunter2',
    );
  });

  it('does not let an extension replace a standard member', () => {
    const error = new ApplicationError('internal_error', { extensions: { status: 200, retry_after: 3 } });
    expect(toProblem(error, 'r')).toMatchObject({ status: 500, retry_after: 3 });
  });
});

it('recognizes application errors by code', () => {
  const error = new ApplicationError('internal_error');
  expect(isApplicationError(error)).toBe(true);
  expect(isApplicationError(error, 'invalid_request')).toBe(false);
  expect(isApplicationError(new Error('x'))).toBe(false);
});
