import type { Clients } from './clients';
import { isNamed, retried } from './retry';

/** Macie answers "access denied" when it was never started; a permission that is really missing has another message. */
export async function readMacieSession(clients: Clients): Promise<string> {
  try {
    const { status } = await retried(clients, () => clients.macie.getMacieSession({}));
    return status ?? 'unknown';
  } catch (error) {
    const isOff = isNamed(error, 'AccessDeniedException') && /Macie is not enabled/i.test((error as Error).message);
    if (!isOff) throw error;
    return 'off';
  }
}

/** Starts Macie in the account, or lets it go on where somebody paused it. */
export async function startMacieSession(session: string, clients: Clients): Promise<void> {
  if (session !== 'off') {
    await retried(clients, () => clients.macie.updateMacieSession({ status: 'ENABLED' }));
    return;
  }
  try {
    await retried(clients, () =>
      clients.macie.enableMacie({ status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES' }),
    );
  } catch (error) {
    // The delegation has started it in the meantime.
    if (!isNamed(error, 'ConflictException')) throw error;
  }
}
