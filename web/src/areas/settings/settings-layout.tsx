import { Outlet } from '@tanstack/react-router';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { useMessages } from '../../lib/language.tsx';
import { settingsPageMessages } from './messages.ts';

export const SettingsLayout = () => {
  const words = useMessages(settingsPageMessages);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-6 sm:py-10">
      <p className="mb-3 text-2xl font-semibold tracking-tight sm:text-3xl">{words.settings()}</p>
      <TabLinks
        label={words.settings()}
        className="mb-6"
        tabs={[
          { label: words.profile(), link: { to: '/settings/profile' } },
          { label: words.notifications(), link: { to: '/settings/notifications' } },
          { label: words.account(), link: { to: '/settings/account' } },
        ]}
      />
      <Outlet />
    </div>
  );
};
