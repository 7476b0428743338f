import { useId } from 'react';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { shortcutSwitch, useShortcutsOn } from './shortcuts.ts';

const keys = [
  ['j', 'Next'],
  ['k', 'Previous'],
  ['Enter', 'Open'],
  ['x', 'Select'],
  ['e', 'Archive'],
  ['u', 'Mark as read or unread'],
  ['s', 'Snooze'],
  ['p', 'Pin or unpin'],
  ['#', 'Delete'],
  ['/', 'Search'],
  ['?', 'This help'],
] as const;

/** What the keys do, and the way to switch them off. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const on = useShortcutsOn();
  const label = useId();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2.5 text-sm">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-7 rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-xs font-medium">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex items-center justify-between gap-4 border-t border-line pt-4 text-sm">
        <span id={label}>Use these keys in this browser</span>
        <Switch aria-labelledby={label} checked={on} onCheckedChange={shortcutSwitch.set} />
      </div>
    </Dialog>
  );
}
