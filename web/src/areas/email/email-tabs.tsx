import { TabLinks } from '../../components/ui/tabs.tsx';
import { useMessages } from '../../lib/language.tsx';
import { emailMessages } from './messages.ts';

/** The way between the pages about mails. */
export const EmailTabs = () => {
  const words = useMessages(emailMessages);
  return (
    <TabLinks
      label={words.email()}
      className="mb-5"
      tabs={[
        { label: words.tab_sending(), link: { to: '/operator/email' } },
        { label: words.tab_analytics(), link: { to: '/operator/email/analytics', search: true } },
        { label: words.tab_suppressions(), link: { to: '/operator/suppressions' } },
      ]}
    />
  );
};
