import { TabLinks } from '../../components/ui/tabs.tsx';

/** The way between the pages about mails. */
export const EmailTabs = () => (
  <TabLinks
    label="E-mail"
    className="mb-5"
    tabs={[
      { label: 'Sending', link: { to: '/operator/email' } },
      { label: 'Analytics', link: { to: '/operator/email/analytics', search: true } },
      { label: 'Suppressions', link: { to: '/operator/suppressions' } },
    ]}
  />
);
