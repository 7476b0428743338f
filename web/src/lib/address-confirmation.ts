import { toast } from 'sonner';
import { client } from '../client.ts';
import { confirmationMessages } from './address-confirmation.messages.ts';
import { browserTimeZone } from './region.ts';
import { spokenLanguage } from './spoken.ts';

/** In the language that the app speaks now, for what is said outside of a component. */
export const confirmationWords = () => confirmationMessages(spokenLanguage(), browserTimeZone());

/** Has the mail sent again that confirms the own address, and says so. */
export async function sendConfirmation(): Promise<void> {
  await client.auth.resendVerification();
  const words = confirmationWords();
  toast.success(words.sent(), { description: words.follow() });
}
