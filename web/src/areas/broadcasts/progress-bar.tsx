import type { BroadcastProgress } from '@rolecall/contract';
import { Meter } from '../../components/ui/meter.tsx';

interface ProgressBarProps {
  readonly progress: BroadcastProgress;
  readonly label: string;
}

/** How far a broadcast is. */
export function ProgressBar({ progress: { audience, processed }, label }: ProgressBarProps) {
  return <Meter value={processed} total={Math.max(audience ?? 0, processed)} label={label} />;
}
