import type { Finding } from '../edges/cli/actions.ts';
import type { DemoPart } from '../edges/demo/index.ts';
import type { PersonalData } from '../features/identity/personal-data/index.ts';
import type { Channel } from '../features/messaging/channels/index.ts';
import type {
  DeliveryWorker,
  KindCheck,
  SharedWorkerDependencies,
} from '../features/messaging/deliveries/index.ts';
import type { ChannelReasons } from '../features/messaging/routing/index.ts';
import type { Config, Settings } from '../platform/config/index.ts';
import type { Database, MigrationPart } from '../platform/db/index.ts';
import type { Route } from '../platform/http/index.ts';
import type { KindTexts } from '../platform/kind-texts/index.ts';
import type { TaskSettings } from '../platform/queue/index.ts';
import type { SealedRows } from '../platform/secret/index.ts';

export type { Base } from './foundation.ts';

/** Something that runs for as long as its process. */
export interface Service {
  readonly name: string;
  /** @returns the way to stop it, which finishes what is in flight */
  start(): Promise<() => Promise<unknown>>;
}

/** Background work on the tasks of a module. */
export interface TaskWork {
  /** Says who works on them; before the queue starts. */
  register(): void;
  /** Sets their schedules; after the queue has started. Doing it again changes nothing. */
  schedule?(): Promise<void>;
}

/** What a module brings to the whole. All of it is optional. */
export interface Contributions {
  readonly routes?: readonly Route[];
  readonly work?: readonly TaskWork[];
  /** Started before anything is served or worked on, and stopped after that. */
  readonly services?: readonly Service[];
  /** Started with the background work, and stopped with it. */
  readonly workers?: readonly Service[];
  /** Ways to people beyond the inbox that this instance has. */
  readonly channels?: readonly Channel[];
  /** Make the worker of a channel that this process sends by. */
  readonly deliveryWorkers?: readonly ((shared: SharedWorkerDependencies) => DeliveryWorker)[];
  /** Asked right before something is sent. Of several reasons for one kind, that of the later module counts. */
  readonly relevance?: readonly KindCheck[];
  /** Exported in the order of the modules, and erased in the opposite one. */
  readonly personalData?: readonly PersonalData[];
  /** What the demo shows. */
  readonly demo?: readonly DemoPart[];
}

/** What is known of a module before anything is created. */
export interface ModuleStatement {
  /** Group and feature, as the folders are called. */
  readonly name: string;
  /** What it does to the tables that it owns. */
  readonly migrations?: readonly MigrationPart[];
  /** What the kinds of notification that it raises say. */
  readonly kinds?: readonly KindTexts[];
  /** Reasons in words that only a channel knows. */
  readonly reasons?: readonly ChannelReasons[];
  /** Variables that it reads. */
  readonly settings?: readonly Settings<unknown>[];
  /** What `rolecall doctor` finds of it, without changing anything. */
  readonly doctor?: (config: Config) => Promise<readonly Finding[]>;
  /** What `rolecall doctor` finds in its tables, which are migrated. */
  readonly doctorOfData?: (database: Database) => Promise<readonly Finding[]>;
  /** Rows of it that hold something sealed with a key of the instance. */
  readonly sealed?: readonly SealedRows[];
  /** Tasks that it enqueues or works on. */
  readonly tasks?: readonly TaskSettings[];
}

/** Asks what all modules before have brought. */
export type Gather = <Item>(pick: (brought: Contributions) => readonly Item[] | undefined) => Item[];

/**
 * What a feature brings, in one place. `Needs` are parts that earlier modules have created, by their names; a feature
 * that needs something from above names an interface of its own, and whichever part has that name fits it.
 */
export interface Module<Needs, Gives> extends ModuleStatement {
  /** Makes its parts, and lets them listen to the events of others. It starts nothing. */
  readonly create?: (needs: Needs, gather: Gather) => Gives;
  readonly brings?: (parts: Needs & Gives) => Contributions;
}

/** Types a module by what its functions take and give. */
export function defineModule<Needs, Gives extends object = object>(
  module: Module<Needs, Gives>,
): Module<Needs, Gives> {
  return module;
}
