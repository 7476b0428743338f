import type {
  Account,
  Kind,
  Locale,
  ReferenceRates,
  Role,
  RunCounts,
  SkipReason,
  Source,
  SourceKind,
  SourceTrial,
  SourceTrialInput,
} from '@rolecall/contract';
import type { WaitingAlert } from '../../features/catalog/alerts/index.ts';
import type { Config, ConfigOverrides } from '../../platform/config/index.ts';
import type { Evaluator, FolderEvaluator } from '../../platform/evaluation/index.ts';

/** A process that runs until it is told to stop. */
export interface RunningProcess {
  /** Resolves when it has stopped, rejects when it could not go on. */
  readonly stopped: Promise<void>;
  /** Finishes what is in flight, then stops. Calling it again changes nothing. */
  stop(): void;
}

export interface IngestRequest {
  readonly kind: SourceKind;
  /** File path, or an http(s) address. */
  readonly location: string;
  /** Name of the source; the same name is the same source at the next time. */
  readonly name: string | undefined;
  readonly onProgress: (progress: { readonly read: number; readonly total: number | undefined }) => void;
}

export interface IngestReport {
  readonly source: { readonly id: string; readonly name: string };
  readonly counts: RunCounts;
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason; readonly detail: string }[];
  /** What the run decided not to do, for example not to close jobs of a feed that looks cut off. */
  readonly warning: string | null;
  /** People whom the command itself has told of new jobs, counted once per job and person. A server may tell others. */
  readonly notified: number;
  readonly seconds: number;
}

/** A source by what an operator has at hand: a link to it, or the name of its company. */
export interface NewSource extends SourceTrialInput {
  /** What people see beside a job; undefined: what the link or the name says. */
  readonly name: string | undefined;
  /** Undefined: every six hours. */
  readonly schedule: string | undefined;
}

export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly companyName: string | undefined;
}

/** A link that signs somebody in, once. */
export interface SignInLink {
  readonly url: string;
  /** ISO 8601. */
  readonly expires_at: string;
}

export interface DemoPeopleRequest {
  readonly people: number;
  /** The same people come out of the same seed. */
  readonly seed: number;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface DemoPeopleReport {
  /** Who was made. */
  readonly people: number;
  /** Who was there already. */
  readonly known: number;
  readonly applications: number;
  /** What those who were made have got. */
  readonly notifications: number;
  readonly seconds: number;
}

/** One part of the check-up. */
export interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** The variable to change. */
  readonly setting?: string;
  /** DNS record that mends it. */
  readonly record?: { readonly name: string; readonly type: 'TXT' | 'MX'; readonly value: string };
}

export interface SampleRequest {
  readonly kinds: readonly Kind[];
  readonly locales: readonly Locale[];
}

/** A mail with sample data, as it would go out now. */
export interface SampleMail {
  readonly kind: Kind;
  /** Which side of the kind it shows, such as `interview` or `long`; `typical` is the usual one. */
  readonly sample: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

export interface TestMailRequest extends SampleRequest {
  readonly to: string;
  /** Undefined: by every configured one. */
  readonly provider: string | undefined;
}

export interface TestMailReport {
  readonly mails: readonly {
    readonly provider: string;
    readonly kind: Kind;
    readonly locale: Locale;
    /** `not_tried`: the provider takes nothing, or the time was up. */
    readonly result: string;
    /** What the provider answered; null: nothing beside that it took the mail. */
    readonly detail: string | null;
  }[];
  readonly warning: string | null;
}

/** What the commands do; the composition root brings it. Every action closes what it has opened. */
export interface CommandActions {
  /** Validates the environment and these flags. @throws {ConfigurationError} */
  configure(overrides: ConfigOverrides): Config;
  serve(config: Config): Promise<RunningProcess>;
  worker(config: Config): Promise<RunningProcess>;
  migrate(config: Config): Promise<readonly string[]>;
  ingest(config: Config, request: IngestRequest): Promise<IngestReport>;
  /** Matches new jobs now, and answers what alerts will tell, of one person or of all. */
  checkJobs(
    config: Config,
    email: string | null,
  ): Promise<{ readonly jobs: number; readonly matches: number; readonly alerts: readonly WaitingAlert[] }>;
  /** @throws {ApplicationError} `outgoing_address_refused` */
  trySource(config: Config, input: SourceTrialInput): Promise<SourceTrial>;
  /** Adds what a trial finds. @throws {ApplicationError} `source_unreadable` when it finds nothing, `source_exists` */
  addSource(config: Config, source: NewSource): Promise<Source>;
  /** Reads a source now, by its id or its name. @throws {ApplicationError} `not_found` */
  runSource(
    config: Config,
    request: { readonly source: string; readonly onProgress: IngestRequest['onProgress'] },
  ): Promise<IngestReport>;
  listSources(config: Config): Promise<readonly Source[]>;
  /** Takes the newest day of a file of euro reference rates. @throws {ApplicationError} `invalid_request` for another file */
  importRates(config: Config, text: string): Promise<ReferenceRates>;
  /** @throws {ConfigurationError} in production, among real people, and where a mail server is configured */
  fillDemo(config: Config, request: DemoPeopleRequest): Promise<DemoPeopleReport>;
  createUser(config: Config, user: NewUser): Promise<Account>;
  /** @throws {ApplicationError} `not_found`, `last_operator`, `company_needed` */
  changeRole(
    config: Config,
    person: { readonly email: string; readonly role: Role },
  ): Promise<Pick<Account, 'name' | 'email' | 'role'>>;
  /** @throws {ApplicationError} `not_found`, `second_factor_off` */
  removeSecondFactor(config: Config, email: string): Promise<Pick<Account, 'name' | 'email'>>;
  /** @throws {ApplicationError} `not_found` when it is the address of no operator */
  createSignInLink(config: Config, email: string): Promise<SignInLink>;
  doctor(config: Config): Promise<readonly Finding[]>;
  /** Decisions that can be measured on a set from outside, by name. */
  readonly evaluators: ReadonlyMap<string, Evaluator | FolderEvaluator>;
  sendTestMails(config: Config, request: TestMailRequest): Promise<TestMailReport>;
  /** @param request with the DNS servers to ask; none: those of the system */
  verifyMail(config: Config, request: { readonly resolvers: readonly string[] }): Promise<readonly Finding[]>;
  composeSamples(
    config: Config,
    request: SampleRequest,
  ): Promise<{ readonly mails: readonly SampleMail[]; readonly warning: string | null }>;
}
