import { Outlet } from '@tanstack/react-router';
import { TabLinks } from '../../components/ui/tabs.tsx';

export const SettingsLayout = () => (
  <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-10">
    <p className="mb-3 text-2xl font-semibold tracking-tight sm:text-3xl">Settings</p>
    <TabLinks
      label="Settings"
      className="mb-6"
      tabs={[
        { label: 'Profile', link: { to: '/settings/profile' } },
        { label: 'Notifications', link: { to: '/settings/notifications' } },
        { label: 'Account', link: { to: '/settings/account' } },
      ]}
    />
    <Outlet />
  </div>
);
