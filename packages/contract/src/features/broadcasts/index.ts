export * from './audience.ts';
export {
  type BroadcastContent,
  type BroadcastKind,
  type BroadcastText,
  broadcastContentSchema,
  broadcastKindSchema,
  broadcastKinds,
  broadcastTextSchema,
} from './content.ts';
export * from './inputs.ts';
export * from './schemas.ts';
export * from './values.ts';
