import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from '../config/index.ts';
import { redactLine } from './redaction.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly level: Config['log']['level'];
  /** Lines for people instead of JSON. */
  readonly pretty: boolean;
  /** Where JSON lines go instead of the standard output. */
  readonly stream?: DestinationStream;
}

/** A logger of one line per event, from which secrets are removed. */
export function createLogger({ level, pretty, stream }: LoggerOptions): Logger {
  const people = pretty ? PinoPretty({ translateTime: 'HH:MM:ss', ignore: 'pid' }) : undefined;
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redactLine },
    },
    stream ?? people ?? destination({ fd: 1, sync: true }),
  );
}
