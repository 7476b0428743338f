import {
  type DestinationStream,
  destination,
  type Logger,
  pino,
  stdSerializers,
  stdTimeFunctions,
} from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from '../config/index.ts';
import { redactLine } from './redaction.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly level: Config['log']['level'];
  readonly environment: Config['environment'];
  /** Where JSON lines go instead of the standard output. */
  readonly stream?: DestinationStream;
}

/**
 * A logger of one JSON object per line, from which secrets are removed. On a developer's terminal the lines
 * are written for people.
 */
export function createLogger({ level, environment, stream }: LoggerOptions): Logger {
  const forPeople = environment === 'development' && process.stdout.isTTY;
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      hooks: { streamWrite: redactLine },
    },
    stream ??
      (forPeople
        ? PinoPretty({ translateTime: 'HH:MM:ss', ignore: 'pid' })
        : destination({ fd: 1, sync: true })),
  );
}

/** PostgreSQL puts the values of a row into `detail`, and what it was doing into `where`; they belong to people. */
function describeError(error: Error) {
  const { detail: _values, where: _context, ...told } = stdSerializers.err(error);
  return told;
}
