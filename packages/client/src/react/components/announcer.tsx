import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { later } from '../../notifications/socket-options.ts';
import { useNotificationsContext } from '../context.ts';

/** What arrives within so many milliseconds is told in one sentence. */
const gathering = 400;

/** Hidden from the eye without a style sheet, since the hooks work without ours. */
const hidden: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
  border: 0,
};

/** Tells screen readers what arrives, when they have finished their sentence. What is read from pages is not told. */
export function Announcer() {
  const { store, labels } = useNotificationsContext();
  const [sentence, setSentence] = useState('');
  const texts = useRef(labels);
  useEffect(() => {
    texts.current = labels;
  });

  useEffect(() => {
    let first = '';
    let count = 0;
    let cancel: (() => void) | undefined;

    function tell(): void {
      const { arrived, arrivedTogether } = texts.current;
      setSentence(count === 1 ? arrived(first) : arrivedTogether(count));
      count = 0;
      cancel = undefined;
    }

    const stop = store.onArrival(({ title }) => {
      count += 1;
      if (cancel !== undefined) return;
      first = title;
      // A region that was emptied before is read again even when the sentence is the same.
      setSentence('');
      cancel = later(gathering, tell);
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [store]);

  return (
    <div role="status" style={hidden}>
      {sentence}
    </div>
  );
}
