import { type Account, everyAccount, type Organization } from './resolve-organization';

/**
 * The accounts in which the baseline makes the recorder of AWS Config: none where the unified Security Hub brings its own; under Control
 * Tower only the management account, the one that Control Tower does not record; and never one that has a recorder already.
 */
export function recordedAccounts(organization: Organization): readonly Account[] {
  const { services, controlTower, configurationRecorder, accounts } = organization;
  if (services.securityHub === 'unified') return [];
  return (controlTower ? [accounts.management] : everyAccount(organization)).filter(
    ({ name }) => !configurationRecorder.existingIn.includes(name),
  );
}
