import { channelWords } from '@rolecall/contract';
import { Switch } from '../../../components/ui/switch.tsx';
import { cn } from '../../../lib/cn.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { categorySettingsMessages } from './categories.messages.ts';
import { gridMessages } from './grid.messages.ts';
import type { SwitchState, Way } from './ways.ts';

/** The columns of the grid on a wide screen; on a small one each row is a block of its own. */
export const columns =
  'lg:grid lg:grid-cols-[minmax(0,1fr)_repeat(4,4.25rem)_10.5rem] lg:items-center lg:gap-x-2';

/** What a column is called. */
export function useWayLabel(): (way: Way) => string {
  const { locale } = useLanguage();
  const words = useMessages(gridMessages);
  return (way) => (way === 'live' ? words.live() : channelWords[way](locale).label());
}

interface WaySwitchProps {
  readonly name: string;
  readonly way: Way;
  readonly state: SwitchState;
  readonly fixed: boolean;
  readonly onChange: (on: boolean) => void;
}

/** One cell of the grid: on a small screen with the name of its column, which stands above elsewhere. */
export function WaySwitch({ name, way, state, fixed, onChange }: WaySwitchProps) {
  const words = useMessages(categorySettingsMessages);
  const grid = useMessages(gridMessages);
  const label = useWayLabel()(way);
  if (state === null) return <span className="max-lg:hidden" />;
  const by = words.by({ category: name, channel: label });
  return (
    <span className="flex flex-col items-center gap-1 lg:justify-self-center">
      <Switch
        checked={state !== 'off'}
        disabled={fixed}
        aria-label={state === 'partly' ? grid.partly({ name: by }) : by}
        className={cn(
          state === 'partly' && 'data-[state=checked]:border-dashed data-[state=checked]:bg-accent/55',
        )}
        onCheckedChange={onChange}
      />
      <span aria-hidden className="max-w-20 truncate text-xs text-muted lg:hidden">
        {label}
      </span>
    </span>
  );
}
