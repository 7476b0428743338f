import { useId } from 'react';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { useMessages } from '../../lib/language.tsx';
import { shortcutSwitch, useShortcutsOn } from '../../lib/shortcuts.ts';
import { inboxPageMessages } from './messages.ts';

const keys = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['⏎', 'key_open'],
  ['x', 'key_select'],
  ['e', 'archive'],
  ['u', 'key_read'],
  ['s', 'snooze'],
  ['p', 'key_pin'],
  ['#', 'delete'],
  ['/', 'search'],
  ['?', 'key_help'],
] as const;

/** What the keys do, and the way to switch them off. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(inboxPageMessages);
  const on = useShortcutsOn();
  const label = useId();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.shortcuts()}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2.5 text-sm">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-7 rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-xs font-medium">
                {key === '⏎' ? words.key_names_enter() : key}
              </kbd>
            </dt>
            <dd>{words[does]()}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex items-center justify-between gap-4 border-t border-line pt-4 text-sm">
        <span id={label}>{words.use_keys()}</span>
        <Switch aria-labelledby={label} checked={on} onCheckedChange={shortcutSwitch.set} />
      </div>
    </Dialog>
  );
}
