/** How long a change that goes on is not told again, in milliseconds. */
export const foldingTime = 60 * 60 * 1000;

/**
 * Remembers what people were told, for an hour, so that a root user who clicks through the console is one message and not two hundred.
 *
 * The memory is that of one instance of the function: when Lambda starts a second or a new one, people may be told once more. They are
 * never told less, which is why it is enough.
 */
export class ToldChanges {
  private readonly until = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** Whether this is to be told; then it counts as told. */
  isNew(change: string): boolean {
    const now = this.now();
    for (const [told, end] of this.until) if (end <= now) this.until.delete(told);
    if (this.until.has(change)) return false;
    this.until.set(change, now + foldingTime);
    return true;
  }
}
