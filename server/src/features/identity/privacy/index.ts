export type {
  DataExport,
  ErasureTasks,
  Farewell,
  FarewellSender,
  Privacy,
  PrivacyDependencies,
} from './privacy.ts';
