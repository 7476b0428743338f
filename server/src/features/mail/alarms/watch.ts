import type { Logger } from '../../../platform/observability/index.ts';
import type { MailAlarms } from './alarms.ts';

/** How often the rates are judged, in milliseconds. */
const everyMs = 5_000;

/** Judges the rates repeatedly until it is stopped. Every process that sends does so, since any of them may die. */
export function watchMailAlarms(alarms: Pick<MailAlarms, 'evaluate'>, logger: Logger) {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= alarms
      .evaluate()
      .catch((error: unknown) => logger.error({ err: error }, 'rates of mails could not be judged'))
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
