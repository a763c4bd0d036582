import type { Clients } from '../../settings/clients';
import { polled } from '../../settings/retry';
import type { Attributes, Difference } from '../../settings/setting';
import { SettingFailed } from '../../settings/setting-failed';
import type { RequestedSetting } from './request';

/**
 * Brings one setting to its desired state and returns its attributes.
 *
 * `apply` also runs when nothing differs, because it returns the attributes; it then calls nothing that writes. After a change
 * AWS is read again, for up to two minutes, until it answers as desired: a call that AWS takes is not yet a setting that is so.
 */
export async function applySetting({ setting, desired }: RequestedSetting, clients: Clients): Promise<Attributes> {
  const observed = await setting.read(desired, clients);
  const differences = setting.differences(desired, observed);
  console.info({ message: 'setting read', setting: setting.name, ...summaryOf(differences) });
  const attributes = await setting.apply(desired, observed, clients);
  if (differences.length > 0) {
    const remaining = await polled(
      clients,
      async () => setting.differences(desired, await setting.read(desired, clients)),
      ({ length }) => length === 0,
    );
    if (remaining.length > 0) throw notSo(remaining);
  }
  console.info({ message: 'setting applied', setting: setting.name, changed: differences.length > 0, attributes });
  return attributes;
}

/** A line of the log: of hundreds of accounts the first tell enough, and a longer line would be cut in its middle. */
function summaryOf(differences: readonly Difference[]): { differences: readonly Difference[]; more?: number } {
  const shown = differences.slice(0, 100);
  const more = differences.length - shown.length;
  return more > 0 ? { differences: shown, more } : { differences: shown };
}

function notSo(differences: readonly Difference[]): SettingFailed {
  const list = differences.map(
    ({ what, desired, observed }) => `${what} is ${JSON.stringify(observed)} and should be ${JSON.stringify(desired)}`,
  );
  return new SettingFailed(
    `AWS took every call, but after two minutes ${list.join('; ')}. Look for a policy of the organization that decides this ` +
      'instead, or a feature that the region does not have; then deploy again.',
  );
}
