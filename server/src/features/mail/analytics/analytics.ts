import {
  type MailAnalyticsQuery,
  type MailAnalytics as MailAnalyticsView,
  type MailFigures,
  type MailGroup,
  type MailGroupsExportQuery,
  type MailGroupsQuery,
  mailCounters,
  mailCountersKeptDays,
  maximumExportedMailGroups,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { csvHeader, csvLine } from '../../../platform/csv/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { countField, createCursors, textField } from '../../../platform/pagination/index.ts';
import type { MailEventListener } from '../events/index.ts';
import {
  addToDomains,
  addToMails,
  deleteCountsBefore,
  type Group,
  type Sums,
  sumAll,
  sumByGroup,
  sumByTime,
} from './analytics.store.ts';
import { deliveryTimeCounters, quantile } from './delivery-times.ts';
import { tally } from './tally.ts';

const cursors = createCursors({ figure: countField, position: textField });

/**
 * Counts what happens to mails. Each event is counted in the transaction that records it, so the counters stay right when a
 * process dies. docs/email-analytics.md says what each figure means.
 */
export interface MailAnalytics {
  /** Counts events. A transaction locks counters last, so this is the last listener. */
  readonly count: MailEventListener;
  read(tx: Tx, query: MailAnalyticsQuery): Promise<MailAnalyticsView>;
  listGroups(
    tx: Tx,
    query: MailGroupsQuery,
  ): Promise<{ readonly items: MailGroup[]; readonly next_cursor: string | null }>;
  /** A table as CSV, at most 10,000 rows. */
  exportGroups(tx: Tx, query: MailGroupsExportQuery): Promise<Uint8Array>;
  /** Deletes some counters older than 400 days. @returns whether there may be more */
  prune(tx: Tx): Promise<boolean>;
}

const keptForMs = mailCountersKeptDays * 24 * 3_600_000;
const prunedAtOnce = 1_000;

export function createMailAnalytics({ clock }: { readonly clock: Clock }): MailAnalytics {
  return {
    async count(tx, events) {
      const { mails, domains } = tally(events, clock.now());
      await addToMails(tx, mails);
      await addToDomains(tx, domains);
    },

    async read(tx, query) {
      const totals = await sumAll(tx, query);
      const series = await sumByTime(tx, query);
      return {
        from: query.from,
        to: query.to,
        totals: toFigures(totals),
        series: series.map((row) => ({ start: row.start.toISOString(), ...toFigures(row) })),
      };
    },

    async listGroups(tx, query) {
      const after = cursors.read(query.cursor);
      const rows = await sumByGroup(tx, query, after, query.limit + 1);
      return cursors.page(rows, query.limit, toGroup, (row) => ({
        figure: row[query.sort],
        position: row.position,
      }));
    },

    async exportGroups(tx, query) {
      const rows = await sumByGroup(tx, query, null, maximumExportedMailGroups);
      const names = ['kind', 'locale', 'template_version', 'provider', 'domain'] as const;
      const lines = rows
        .map(toGroup)
        .map((group) =>
          csvLine([
            ...names.map((name) => group[name]),
            ...mailCounters.map((counter) => group[counter]),
            group.delivery_seconds.median,
            group.delivery_seconds.p95,
          ]),
        );
      const header = csvHeader([
        ...names,
        ...mailCounters,
        'delivery_seconds_median',
        'delivery_seconds_p95',
      ]);
      return new TextEncoder().encode(`${header}${lines.join('')}`);
    },

    prune: (tx) => deleteCountsBefore(tx, new Date(clock.now().getTime() - keptForMs), prunedAtOnce),
  };
}

function toGroup(row: Group): MailGroup {
  return {
    kind: row.kind || null,
    locale: row.locale || null,
    template_version: row.template_version ?? null,
    provider: row.provider || null,
    domain: row.domain || null,
    ...toFigures(row),
  };
}

function toFigures(sums: Sums | undefined): MailFigures {
  const of = (counter: keyof Sums) => sums?.[counter] ?? 0;
  const times = deliveryTimeCounters.map(of);
  return {
    sent: of('sent'),
    refused: of('refused'),
    delivered: of('delivered'),
    deferred: of('deferred'),
    bounced_hard: of('bounced_hard'),
    bounced_soft: of('bounced_soft'),
    bounced_blocked: of('bounced_blocked'),
    bounced_content: of('bounced_content'),
    complained: of('complained'),
    human_opens: of('human_opens'),
    machine_opens: of('machine_opens'),
    human_clicks: of('human_clicks'),
    machine_clicks: of('machine_clicks'),
    unsubscribed: of('unsubscribed'),
    delivery_seconds: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
}
