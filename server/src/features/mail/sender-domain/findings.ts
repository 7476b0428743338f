import type { KeyObject } from 'node:crypto';

/** A mail server or service that sends mails of this instance. */
export interface SendingHost {
  readonly provider: string;
  /** SPF record of the service, which covers all of its hosts; null: the operator's own mail server, or another service. */
  readonly spfInclude: string | null;
  /** Name or address of the mail server; null: a service. One without `spfInclude` uses its own return path. */
  readonly host: string | null;
}

/** What receivers look up about mails of this instance. */
export interface SenderIdentity {
  /** Domain of `From`. */
  readonly fromDomain: string;
  /** Domain that bounces go to; without one, that of `From`. */
  readonly bounceDomain: string;
  /** Whether we receive bounces, so that the domain needs a host that takes them. */
  readonly takesBounces: boolean;
  /** Null: we do not sign mails; the providers may. */
  readonly dkim: {
    readonly domain: string;
    readonly selector: string;
    readonly privateKey: KeyObject;
  } | null;
  readonly hosts: readonly SendingHost[];
}

export interface DnsRecord {
  readonly name: string;
  readonly type: 'TXT' | 'MX';
  readonly value: string;
}

/** The result of one check. */
export interface SenderDomainFinding {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** Record to publish. */
  readonly record?: DnsRecord;
}
