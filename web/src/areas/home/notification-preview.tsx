import { BriefcaseBusiness, CalendarPlus, CircleCheck } from 'lucide-react';
import { IconTile } from '../../components/notifications/icon-tile.tsx';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { guestMessages } from './guest.messages.ts';

const examples = [
  { icon: BriefcaseBusiness, name: 'example_match', time: 'just_now' },
  { icon: CalendarPlus, name: 'example_interview', time: 'two_hours_ago' },
  { icon: CircleCheck, name: 'example_arrived', time: 'yesterday' },
] as const;

const offsets = ['', 'sm:ms-6', 'sm:ms-12'] as const;

/** What the inbox feels like. An ornament: made-up notifications that lead nowhere. */
export const NotificationPreview = () => {
  const words = useMessages(guestMessages);
  return (
    <div aria-hidden className="space-y-3 select-none">
      {examples.map(({ icon, name, time }, index) => (
        <div
          key={name}
          className={cn(
            'flex gap-3 rounded-2xl border border-line bg-surface p-4 shadow-floating sm:max-w-md',
            offsets[index],
          )}
        >
          <IconTile icon={icon} />
          <div className="min-w-0 flex-1">
            <p className="text-sm font-semibold">{words[name]()}</p>
            <p className="text-sm text-muted">{words[`${name}_text`]()}</p>
            <p className="mt-1 text-xs text-muted">{words[time]()}</p>
          </div>
          {index === 0 && <span className="mt-1 size-2.5 rounded-full bg-signal" />}
        </div>
      ))}
    </div>
  );
};
