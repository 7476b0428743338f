/**
 * When the launcher has started this process under another Node.js, a channel connects the two. A launcher
 * that is killed cannot pass anything on, but the channel closes; then this process should stop as well,
 * rather than run on unseen. Without a launcher nothing happens.
 */
export function onLauncherGone(stop: () => void): void {
  if (process.channel === undefined) return;
  process.once('disconnect', stop);
  // The channel alone must not keep a process alive that has finished its work.
  process.channel.unref();
}
