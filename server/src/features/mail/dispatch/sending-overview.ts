import { type MailProviderStatus, type MailSending, mailSenderReportSchema } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { MailProviderConfig } from '../settings/index.ts';
import { findControls, findReports, saveCloseRequest, savePause, takenOfDay } from './dispatch.store.ts';
import { reportExpiryMs } from './sending-state.ts';
import { warmUpDay, warmUpDays } from './warm-up.ts';

/** The sending of mails by all processes, as operators see and control it. */
export interface SendingOverview {
  read(tx: Tx): Promise<MailSending>;
  /**
   * Every process follows within seconds, and finishes what is under way.
   * @param operatorId for the log
   * @throws {ApplicationError} `not_found`
   */
  pause(tx: Tx, provider: string, operatorId: string): Promise<MailSending>;
  /** @throws {ApplicationError} `not_found` */
  resume(tx: Tx, provider: string, operatorId: string): Promise<MailSending>;
  /** @throws {ApplicationError} `not_found` */
  closeBreaker(tx: Tx, provider: string, operatorId: string): Promise<MailSending>;
}

export function createSendingOverview(dependencies: {
  readonly clock: Clock;
  readonly logger: Logger;
  /** As they are configured, in the order of failover. */
  readonly providers: readonly Pick<MailProviderConfig, 'name' | 'kind'>[];
  /** Null: no new domain is warmed up. */
  readonly warmUp: { readonly domain: string; readonly start: string } | null;
}): SendingOverview {
  const { clock, logger, providers, warmUp } = dependencies;

  async function read(tx: Tx): Promise<MailSending> {
    const now = clock.now();
    const reports = await findReports(tx, new Date(now.getTime() - reportExpiryMs));
    const paused = new Set(
      (await findControls(tx)).filter(({ is_paused }) => is_paused).map(({ provider }) => provider),
    );
    const current = reports.flatMap(({ process_id, host, reported_at, report }) => {
      // A process of another version may report something else.
      const known = mailSenderReportSchema.safeParse(report);
      const process = { process_id, host, reported_at: reported_at.toISOString() };
      return known.success ? [{ process, ...known.data }] : [];
    });
    return {
      providers: providers.map(
        ({ name, kind }): MailProviderStatus => ({
          name,
          kind,
          is_paused: paused.has(name),
          processes: current.flatMap(({ process, providers: states }) =>
            states.filter((state) => state.name === name).map((state) => ({ ...process, ...state })),
          ),
        }),
      ),
      throttled: current.flatMap(({ process, throttled }) =>
        throttled.map((receiver) => ({ ...process, ...receiver })),
      ),
      warm_up: await readWarmUp(tx),
    };
  }

  async function readWarmUp(tx: Tx): Promise<MailSending['warm_up']> {
    if (warmUp === null) return null;
    const { domain, start } = warmUp;
    const day = warmUpDay(start, clock.now());
    if (day === null) return null;
    const { date, number, limit } = day;
    const taken = await takenOfDay(tx, domain, date);
    return { domain, started_on: start, day: number, days: warmUpDays, limit, taken };
  }

  async function control(
    tx: Tx,
    provider: string,
    change: { readonly what: string; readonly operatorId: string },
    save: () => Promise<void>,
  ): Promise<MailSending> {
    if (!providers.some(({ name }) => name === provider)) throw new ApplicationError('not_found');
    await save();
    logger.info({ provider, operator_id: change.operatorId }, change.what);
    return read(tx);
  }

  return {
    read,
    pause: (tx, provider, operatorId) =>
      control(tx, provider, { what: 'an operator has paused a mail provider', operatorId }, () =>
        savePause(tx, provider, true, clock.now()),
      ),
    resume: (tx, provider, operatorId) =>
      control(tx, provider, { what: 'an operator has resumed a mail provider', operatorId }, () =>
        savePause(tx, provider, false, clock.now()),
      ),
    closeBreaker: (tx, provider, operatorId) =>
      control(
        tx,
        provider,
        { what: 'an operator has closed the breaker of a mail provider', operatorId },
        () => saveCloseRequest(tx, provider, clock.now()),
      ),
  };
}
