import { z } from 'zod';

/** A channel that has to carry something somewhere; the inbox is written with the notification itself. */
export const deliveryChannels = ['email', 'web_push'] as const;
export const deliveryChannelSchema = z.enum(deliveryChannels);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;

/** Ways to a person. The inbox always has the notification; `realtime` is its live push to open sockets. */
export const channels = ['inbox', ...deliveryChannels] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export function isDeliveryChannel(channel: Channel): channel is DeliveryChannel {
  return deliveryChannels.some((one) => one === channel);
}

/** Channels that everybody has. Any other one begins with what a person sets up, such as a device. */
const builtIn: ReadonlySet<Channel> = new Set(['inbox', 'email']);

/** Whether a person has the channel only once it has been set up. Nothing is told of one that has not been. */
export const isSetUpByPerson = (channel: Channel): boolean => !builtIn.has(channel);
