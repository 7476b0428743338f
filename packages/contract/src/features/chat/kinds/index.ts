import { chatMessage } from './chat-message.ts';

export const kinds = {
  chat_message: chatMessage,
} as const;
