import type {
  ApplicationStatus,
  Audience,
  BounceClass,
  BroadcastContent,
  BroadcastEventName,
  BroadcastKind,
  BroadcastStatus,
  Category,
  Channel,
  DeliveryChannel,
  DeliveryStatus,
  DigestFrequency,
  EmploymentType,
  InterviewStatus,
  JobMark,
  Kind,
  Locale,
  MailAlarmLevel,
  MailAlarmMeasure,
  MailEventType,
  MatchReason,
  PayPeriod,
  Role,
  Seniority,
  SkipReason,
  SourceKind,
  SuppressionReason,
  SuppressionScope,
  TemplateChannel,
  TemplateStatus,
  Workplace,
} from '@rolecall/contract';
import type { ColumnType, Generated } from 'kysely';

/**
 * The tables, as the migrations leave them. They stand in one file because they are read together: what a column holds,
 * and which table it points to.
 */

/** A column that is written by the application and may not change. */
type Fixed<Type> = ColumnType<Type, Type, never>;

/** A jsonb column: read as a value, written as JSON text. */
type Json<Type> = ColumnType<Type, string, string>;

/** Instants are `Date` on both databases, int8 is `number`; both are kept below 2^53. */
export interface UserTable {
  id: Fixed<string>;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: boolean;
  role: Role;
  created_at: Date;
  updated_at: Date;
}

export interface CredentialTable {
  user_id: Fixed<string>;
  /** argon2id, with its parameters and salt (PHC string). */
  password_hash: string;
  updated_at: Date;
}

export interface SessionTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  /** Keyed hash of the refresh token. */
  token_hash: Fixed<Uint8Array>;
  created_at: Fixed<Date>;
  refreshed_at: Date;
  expires_at: Date;
}

/** A token of a mailed link. Using it deletes the row. */
export interface OneTimeTokenTable {
  /** Keyed hash of the token. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  purpose: Fixed<'email_verification' | 'password_reset'>;
  created_at: Fixed<Date>;
  expires_at: Fixed<Date>;
}

export interface SigningKeyTable {
  id: Fixed<string>;
  public_key: Json<Record<string, unknown>>;
  /** Private JWK, encrypted with the instance's secret (compact JWE). */
  private_key: string;
  created_at: Date;
  /** After this moment it signs nothing any more; it still verifies. */
  retires_at: Date;
}

export interface ApiKeyTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  name: string;
  prefix: string;
  /** SHA-256 of the key; the key has 256 random bits, so a slow hash adds nothing. */
  hash: Uint8Array;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface ProfileTable {
  user_id: Fixed<string>;
  headline: string;
  summary: string;
  skills: string[];
  wanted_titles: string[];
  places: string[];
  remote: 'any' | 'remote_only' | 'on_site_only';
  pay_floor_amount: number | null;
  pay_floor_currency: string | null;
  pay_floor_period: PayPeriod | null;
  employment_types: EmploymentType[];
  seniority: Seniority | null;
  excluded_companies: string[];
  excluded_words: string[];
  minimum_match_score: number;
  time_zone: string;
  locale: Locale;
  updated_at: Date;
}

export interface CompanyTable {
  id: Fixed<string>;
  name: string;
  /** Lower case, without legal form and punctuation; one company of origin `source` has it. */
  normalized_name: string;
  /** `recruiter`: made at a sign-up and owned by its members; `source`: found in a feed. */
  origin: 'recruiter' | 'source';
  created_at: Date;
}

export interface CompanyMemberTable {
  company_id: Fixed<string>;
  user_id: Fixed<string>;
  created_at: Date;
}

export interface SourceTable {
  id: Fixed<string>;
  kind: Fixed<SourceKind>;
  name: string;
  address: string;
  schedule: string | null;
  time_zone: string;
  enabled: boolean;
  consecutive_failures: number;
  next_attempt_at: Date | null;
  /** Validator of the last answer, for a conditional request. */
  etag: string | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface SourceRunTable {
  id: Fixed<string>;
  source_id: Fixed<string>;
  trigger: 'schedule' | 'manual' | 'command_line';
  status: 'running' | 'succeeded' | 'failed';
  started_at: Date;
  finished_at: Date | null;
  /** A run that shows no sign of life until then counts as dead and is closed by the next one. */
  lease_until: Date;
  read_count: number;
  new_count: number;
  changed_count: number;
  unchanged_count: number;
  closed_count: number;
  skipped_count: number;
  skipped: Json<{ row: number; reason: SkipReason; detail: string }[]>;
  /** What the run left undone although it succeeded. */
  warning: string | null;
  error: string | null;
}

export interface JobTable {
  id: Fixed<string>;
  company_id: string;
  /** Copy of the company's name, for the search vector and the lists. */
  company_name: string;
  source_id: string | null;
  external_id: string | null;
  posted_by: string | null;
  /** The first job of the same vacancy; the job itself when it is the first. */
  cluster_id: string;
  /** Hash of company and title, by which reposts and copies per city find their cluster. */
  cluster_key: string;
  title: string;
  description_html: string;
  description_text: string;
  /** Generated: the first 400 characters of the text, for lists. */
  beginning: ColumnType<string, never, never>;
  department: string | null;
  places: string[];
  workplace: Workplace | null;
  employment_type: EmploymentType | null;
  seniority: Seniority | null;
  skills: string[];
  pay_minimum: number | null;
  pay_maximum: number | null;
  pay_currency: string | null;
  pay_period: PayPeriod | null;
  /** The upper end of stated pay as an amount per year, for filters. */
  pay_annual: number | null;
  apply_url: string | null;
  published_at: Date;
  deadline_at: Date | null;
  status: 'open' | 'closed';
  closed_at: Date | null;
  closed_reason: 'vanished' | 'recruiter' | 'deadline' | 'source_removed' | null;
  /** Hash of everything that a source gives; equal: nothing to write. */
  content_hash: string | null;
  /** When the source recorded this form of it, where the source says so; an older form never replaces a newer one. */
  revised_at: Date | null;
  /** Null until it has been matched to people; set in the transaction that notifies them. */
  matched_at: Date | null;
  created_at: Date;
  updated_at: Date;
  /** Generated from title, company, skills, department and description. */
  search: ColumnType<string, never, never>;
  /** Generated from title, company and skills: small enough to rank many rows by it. */
  headline_search: ColumnType<string, never, never>;
  /** Generated from the places, without stemming. */
  places_search: ColumnType<string, never, never>;
}

export interface MatchTable {
  user_id: Fixed<string>;
  cluster_id: Fixed<string>;
  job_id: Fixed<string>;
  score: number;
  reasons: Json<MatchReason[]>;
  created_at: Date;
}

/** What a job seeker has done with a job: kept it for later, or put it away. */
export interface JobMarkTable {
  user_id: Fixed<string>;
  job_id: Fixed<string>;
  mark: JobMark;
  created_at: Date;
}

export interface InboxTable {
  user_id: Fixed<string>;
  /** Seq of the last notification. */
  head: number;
  unread: number;
  /** How many have never been on a screen. */
  unseen: number;
  /** Grows with every change that the person makes to what is there. */
  revision: Generated<number>;
  updated_at: Date;
}

export interface NotificationTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  /**
   * Place in the person's stream; null for a kind that only travels by other channels, such as a password reset, for
   * what was kept out of the inbox, and for what has been deleted for good.
   */
  seq: number | null;
  kind: Fixed<Kind>;
  category: Fixed<Category>;
  payload: Json<Record<string, unknown>>;
  /** What it is about, for example `job:<id>`; for relevance. */
  subject: string | null;
  /** At most one notification of a person has a given key. */
  dedupe_key: string | null;
  created_at: Date;
  /** Place in the lists: when it came, or came back from a snooze. */
  shown_at: Date;
  seen_at: Date | null;
  read_at: Date | null;
  archived_at: Date | null;
  /** Until then it is in no list but that of the snoozed, and counts as neither unread nor unseen. */
  snoozed_until: Date | null;
  pinned_at: Date | null;
  /** It can be put back for a while; then only its key and its deliveries are left, until its kind is pruned. */
  deleted_at: Date | null;
  expires_at: Date | null;
  /** Reason code: why it is not in the inbox although its kind would be. */
  withheld: string | null;
}

export interface DeliveryTable {
  id: Fixed<string>;
  notification_id: Fixed<string>;
  user_id: Fixed<string>;
  channel: Fixed<Channel>;
  status: DeliveryStatus;
  /** Stable code of the last decision. */
  reason: string;
  /** 0 urgent to 3 low: what is due goes out in this order. */
  rank: number;
  due_at: Date;
  attempts: number;
  /** While it is being sent; after this moment another worker may take it over. */
  lease_until: Date | null;
  /** Message-ID of the mail, fixed at the first attempt and used again by retries. */
  message_id: string | null;
  last_error: string | null;
  created_at: Date;
  finished_at: Date | null;
  /** What was decided when it was written, whatever has been decided since. */
  planned_reason: Fixed<string>;
  planned_due_at: Fixed<Date>;
  /** The digest that has collected it. */
  digest_id: string | null;
  /** The day in the person's zone, `YYYY-MM-DD`, against whose caps it counts. */
  budget_day: string | null;
  /** Who has taken it, by its configured name. */
  provider: string | null;
  provider_message_id: string | null;
}

/** What has become of mails, in the words of whoever tells of it. */
export interface MailEventTable {
  id: Fixed<string>;
  delivery_id: Fixed<string | null>;
  user_id: Fixed<string | null>;
  type: Fixed<MailEventType>;
  provider: Fixed<string>;
  provider_event_id: Fixed<string | null>;
  kind: Fixed<Kind | null>;
  locale: Fixed<Locale | null>;
  template_version: Fixed<number | null>;
  domain: Fixed<string>;
  status: Fixed<string | null>;
  bounce: Fixed<BounceClass | null>;
  is_machine: Fixed<boolean>;
  url: Fixed<string | null>;
  detail: Fixed<string | null>;
  sent_at: Fixed<Date | null>;
  at: Fixed<Date>;
  recorded_at: Fixed<Date>;
}

/** Mails by hour and by what they were; `''` and 0 where that is not known or there is none. */
export interface MailCountTable extends MailCounterColumns {
  hour: Fixed<Date>;
  kind: Fixed<string>;
  locale: Fixed<string>;
  template_version: Fixed<number>;
  provider: Fixed<string>;
}

/** The same by where they went. */
export interface MailDomainCountTable extends MailCounterColumns {
  hour: Fixed<Date>;
  domain: Fixed<string>;
  provider: Fixed<string>;
}

interface MailCounterColumns {
  sent: number;
  /** Bounced before anybody had taken them, so that they are not among `sent`. */
  refused: number;
  delivered: number;
  deferred: number;
  bounced_hard: number;
  bounced_soft: number;
  bounced_blocked: number;
  bounced_content: number;
  complained: number;
  human_opens: number;
  machine_opens: number;
  human_clicks: number;
  machine_clicks: number;
  unsubscribed: number;
}

/** What the alarm asks for, in slots of five minutes, by when it was recorded. */
export interface MailPulseTable {
  slot: Fixed<Date>;
  provider: Fixed<string>;
  sent: number;
  refused: number;
  /** Hard only. */
  bounced: number;
  complained: number;
}

/** Rates that are beyond a limit now. */
export interface MailAlarmTable {
  /** `''`: of all together. */
  provider: Fixed<string>;
  measure: Fixed<MailAlarmMeasure>;
  level: MailAlarmLevel;
  events: number;
  mails: number;
  window_minutes: number;
  since: Date;
}

/** One row: whether mails that can wait are paused. */
export interface MailBulkTable {
  only_one: Generated<boolean>;
  paused_at: Date | null;
  /** What was recorded before is not judged any more: an operator has let mails go on. */
  judged_from: Date | null;
}

/** Why an address is not written to. */
export interface SuppressionTable {
  id: Fixed<string>;
  /** Normalised; null: only its hash is kept. */
  address: string | null;
  address_hash: string | null;
  reason: Fixed<SuppressionReason>;
  scope: SuppressionScope;
  source: string;
  note: string | null;
  status: string | null;
  created_by: string | null;
  created_at: Date;
  expires_at: Date | null;
}

/** How an address has behaved. */
export interface AddressStandingTable {
  address: Fixed<string>;
  bounce_points: number;
  last_bounce_at: Date | null;
  pinned_until: Date | null;
}

/** What happened to a delivery after it was written, in order. */
export interface DeliveryLogTable {
  id: Generated<number>;
  delivery_id: Fixed<string>;
  at: Fixed<Date>;
  event: Fixed<'decision' | 'attempt' | 'receipt'>;
  reason: Fixed<string>;
  due_at: Fixed<Date | null>;
  detail: Fixed<string | null>;
}

/** A window of one person, channel and frequency that collects deliveries. */
export interface DigestTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  channel: Fixed<DeliveryChannel>;
  frequency: Fixed<DigestFrequency>;
  opened_at: Date;
  closes_at: Date;
  status: 'open' | 'sent' | 'empty';
  notification_id: string | null;
  finished_at: Date | null;
}

export interface NotificationSettingsTable {
  user_id: Fixed<string>;
  settings: Json<unknown>;
  updated_at: Date;
}

export interface MuteTable {
  user_id: Fixed<string>;
  subject: Fixed<string>;
  label: string;
  until: Date | null;
  created_at: Date;
}

/** An account that is being deleted, and where the last mail goes. */
export interface ErasureTable {
  user_id: Fixed<string>;
  email: Fixed<string>;
  name: Fixed<string>;
  locale: Fixed<Locale>;
  requested_at: Fixed<Date>;
  /** When all was gone but this row. */
  erased_at: Date | null;
  due_at: Date;
}

/** An operator has looked at what somebody got. */
export interface OperatorLookTable {
  id: Generated<number>;
  at: Fixed<Date>;
  /** Null once the operator's own account is gone. */
  operator_id: string | null;
  user_id: Fixed<string>;
  /** Null: the list. */
  notification_id: Fixed<string | null>;
}

export interface RealtimeTicketTable {
  /** SHA-256 of the ticket. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  /** Null when an API key has asked for the ticket. With its session the ticket goes. */
  session_id: Fixed<string | null>;
  expires_at: Date;
}

export interface MailboxMessageTable {
  id: Fixed<string>;
  /** Message-ID; a mail that arrives again is the same mail. */
  message_id: string;
  sender: string;
  recipients: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Json<{ name: string; value: string }[]>;
  received_at: Date;
}

export interface ResumeTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  file_name: string;
  media_type: string;
  size: number;
  content: Uint8Array;
  created_at: Date;
  /** Removed from the person's list; applications that were sent with it keep it. */
  removed_at: Date | null;
}

export interface ApplicationTable {
  id: Fixed<string>;
  job_id: Fixed<string>;
  user_id: Fixed<string>;
  company_id: Fixed<string>;
  resume_id: string | null;
  status: ApplicationStatus;
  note: string;
  created_at: Date;
  updated_at: Date;
}

export interface ApplicationEventTable {
  id: Fixed<string>;
  application_id: Fixed<string>;
  from_status: ApplicationStatus | null;
  to_status: ApplicationStatus;
  actor: 'applicant' | 'recruiter';
  /** Null once the account of a recruiter is gone. */
  actor_id: string | null;
  note: string;
  created_at: Date;
}

export interface InterviewTable {
  id: Fixed<string>;
  application_id: Fixed<string>;
  starts_at: Date;
  ends_at: Date;
  /** The zone in which it was agreed. */
  time_zone: string;
  place: string;
  note: string;
  status: InterviewStatus;
  /** Counts its changes, so that each of them is told once. */
  revision: number;
  /** Null once the account of the recruiter is gone. */
  created_by: string | null;
  created_at: Fixed<Date>;
  /** When it was given this time. */
  scheduled_at: Date;
  updated_at: Date;
}

/** What somebody is to be reminded of. A row goes when it was told or is not true any more. */
export interface ReminderTable {
  user_id: Fixed<string>;
  kind: Fixed<Kind>;
  /** What it is about, for example `job:<id>`. */
  subject: Fixed<string>;
  /** Tells several reminders of one thing apart. */
  step: Fixed<number>;
  due_at: Date;
}

/** A version of a text that operators have written; what is shipped is not in here. */
export interface MessageTemplateTable {
  id: Fixed<string>;
  kind: Fixed<Kind>;
  channel: Fixed<TemplateChannel>;
  locale: Fixed<Locale>;
  version: Fixed<number>;
  status: TemplateStatus;
  /** Counts the saves of a draft. */
  revision: number;
  content: Json<unknown>;
  /** Of its MJML; null: it has none, or it does not compile. */
  compiled: Json<unknown> | null;
  note: string;
  created_by: string | null;
  created_at: Fixed<Date>;
  updated_at: Date;
  published_at: Date | null;
}

/** One row per value that belongs to the whole instance, for example the epoch of the streams. */
export interface InstanceValueTable {
  name: Fixed<string>;
  value: string;
}

/** The live messages of a topic, numbered like the stream of a person. */
export interface TopicStreamTable {
  name: Fixed<string>;
  head: number;
}

export interface TopicMessageTable {
  topic: Fixed<string>;
  seq: Fixed<number>;
  message: Fixed<string>;
  dedupe_key: Fixed<string | null>;
  created_at: Fixed<Date>;
}

/** What a call with an `Idempotency-Key` was answered. */
export interface IdempotencyKeyTable {
  user_id: Fixed<string>;
  key: Fixed<string>;
  request_hash: Fixed<Uint8Array>;
  answer: Json<Record<string, unknown>>;
  created_at: Fixed<Date>;
}

/** A process with sockets. One that has not been seen for a while is gone. */
export interface PresenceNodeTable {
  node_id: Fixed<string>;
  started_at: Fixed<Date>;
  seen_at: Date;
}

/** A person who is connected to a node. */
export interface PresencePersonTable {
  node_id: Fixed<string>;
  user_id: Fixed<string>;
  role: string;
  connections: number;
  since: Date;
}

/** A message of an operator to many people, and how far it is. */
export interface BroadcastTable {
  id: Fixed<string>;
  kind: BroadcastKind;
  content: Json<BroadcastContent>;
  starts_at: Date | null;
  ends_at: Date | null;
  audience: Json<Audience>;
  version: Generated<number>;
  status: BroadcastStatus;
  scheduled_at: Date | null;
  time_zone: string | null;
  started_at: Date | null;
  ended_at: Date | null;
  running_since: Date | null;
  processed_before: Generated<number>;
  /** The last person whose turn has come. */
  position: string | null;
  audience_count: number | null;
  processed: Generated<number>;
  written: Generated<number>;
  failures: Generated<number>;
  failure: string | null;
  created_by: string | null;
  created_at: Fixed<Date>;
  updated_at: Date;
}

/** Who did what with a broadcast; without an actor it was the instance itself. */
export interface BroadcastEventTable {
  id: Generated<number>;
  broadcast_id: Fixed<string>;
  at: Fixed<Date>;
  event: Fixed<BroadcastEventName>;
  actor_id: string | null;
  detail: Fixed<string | null>;
}

export interface Schema {
  users: UserTable;
  credentials: CredentialTable;
  sessions: SessionTable;
  one_time_tokens: OneTimeTokenTable;
  signing_keys: SigningKeyTable;
  api_keys: ApiKeyTable;
  profiles: ProfileTable;
  companies: CompanyTable;
  company_members: CompanyMemberTable;
  sources: SourceTable;
  source_runs: SourceRunTable;
  jobs: JobTable;
  matches: MatchTable;
  job_marks: JobMarkTable;
  inboxes: InboxTable;
  notifications: NotificationTable;
  deliveries: DeliveryTable;
  delivery_log: DeliveryLogTable;
  mail_events: MailEventTable;
  mail_counts: MailCountTable;
  mail_domain_counts: MailDomainCountTable;
  mail_pulse: MailPulseTable;
  mail_alarms: MailAlarmTable;
  mail_bulk: MailBulkTable;
  suppressions: SuppressionTable;
  address_standings: AddressStandingTable;
  digests: DigestTable;
  notification_settings: NotificationSettingsTable;
  mutes: MuteTable;
  operator_looks: OperatorLookTable;
  broadcasts: BroadcastTable;
  broadcast_events: BroadcastEventTable;
  erasures: ErasureTable;
  realtime_tickets: RealtimeTicketTable;
  mailbox_messages: MailboxMessageTable;
  resumes: ResumeTable;
  applications: ApplicationTable;
  application_events: ApplicationEventTable;
  interviews: InterviewTable;
  reminders: ReminderTable;
  instance_values: InstanceValueTable;
  message_templates: MessageTemplateTable;
  topic_streams: TopicStreamTable;
  topic_messages: TopicMessageTable;
  idempotency_keys: IdempotencyKeyTable;
  presence_nodes: PresenceNodeTable;
  presence_people: PresencePersonTable;
}
