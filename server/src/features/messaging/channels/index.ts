export type {
  Attempt,
  BlockOf,
  Carrier,
  Channel,
  ChannelSender,
  ContactPoint,
  ContactsOf,
  OutgoingDelivery,
  SendOutcome,
} from './channel.ts';
export {
  bestState,
  type Channels,
  channelsOf,
  findReach,
  findSetUp,
  type ReachOf,
  usableContacts,
} from './reach.ts';
