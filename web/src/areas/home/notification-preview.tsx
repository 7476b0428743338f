import { BriefcaseBusiness, CalendarPlus, CircleCheck } from 'lucide-react';
import { IconTile } from '../../components/notifications/icon-tile.tsx';
import { cn } from '../../lib/cn.ts';

const examples = [
  {
    icon: BriefcaseBusiness,
    title: 'Backend Engineer at Nordlicht',
    message: 'Match 86 of 100: TypeScript, PostgreSQL, Hamburg',
    time: 'just now',
  },
  {
    icon: CalendarPlus,
    title: 'You are invited to an interview',
    message: 'Product Engineer at Kite & Co.',
    time: '2 hours ago',
  },
  {
    icon: CircleCheck,
    title: 'Your application has arrived',
    message: 'Data Engineer at Harbour Analytics',
    time: 'yesterday',
  },
] as const;

const offsets = ['', 'sm:ml-6', 'sm:ml-12'] as const;

/** What the inbox feels like. An ornament: made-up notifications that lead nowhere. */
export const NotificationPreview = () => (
  <div aria-hidden className="space-y-3 select-none">
    {examples.map(({ icon, title, message, time }, index) => (
      <div
        key={title}
        className={cn(
          'flex gap-3 rounded-2xl border border-line bg-surface p-4 shadow-floating sm:max-w-md',
          offsets[index],
        )}
      >
        <IconTile icon={icon} />
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold">{title}</p>
          <p className="text-sm text-muted">{message}</p>
          <p className="mt-1 text-xs text-muted">{time}</p>
        </div>
        {index === 0 && <span className="mt-1 size-2.5 rounded-full bg-signal" />}
      </div>
    ))}
  </div>
);
