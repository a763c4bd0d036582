import fc from 'fast-check';
import { profiles, type ServiceSwitches, securityHubChoices } from '../../config/profiles';
import { disabledSecurityControls } from '../../stacks/disabled-security-controls';
import { guardDutyFeaturesOf } from '../../stacks/guardduty-features';

const everySwitch = (value: boolean): ServiceSwitches => ({
  securityHub: 'unified',
  trailAlarms: value,
  bedrockDataEvents: value,
  guardDutyS3Protection: value,
  guardDutyMalwareProtection: value,
  inspectorCodeScanning: value,
  inspectorServers: value,
  unusedAccessAnalyzer: value,
  macie: value,
  privateNetwork: value,
});
const switches: fc.Arbitrary<ServiceSwitches> = fc.record({
  securityHub: fc.constantFrom(...securityHubChoices),
  trailAlarms: fc.boolean(),
  bedrockDataEvents: fc.boolean(),
  guardDutyS3Protection: fc.boolean(),
  guardDutyMalwareProtection: fc.boolean(),
  inspectorCodeScanning: fc.boolean(),
  inspectorServers: fc.boolean(),
  unusedAccessAnalyzer: fc.boolean(),
  macie: fc.boolean(),
  privateNetwork: fc.boolean(),
});
const idsFor = (services: ServiceSwitches, trail: 'complete' | 'data-only' = 'complete') =>
  disabledSecurityControls({ services, trail }).map(({ id }) => id);
const neverBought = ['GuardDuty.5', 'GuardDuty.7', 'GuardDuty.9', 'GuardDuty.11', 'GuardDuty.12', 'GuardDuty.13'];
const decidedAgainst = ['IAM.28', 'S3.20', 'S3.22', 'S3.23'];

describe('the controls of Security Hub that are off', () => {
  test.each<[Exclude<keyof ServiceSwitches, 'securityHub'>, string[]]>([
    ['trailAlarms', ['CloudTrail.5']],
    ['guardDutyS3Protection', ['GuardDuty.10']],
    ['guardDutyMalwareProtection', ['GuardDuty.8']],
    ['inspectorServers', ['Inspector.1', 'Inspector.2']],
    ['inspectorCodeScanning', ['Inspector.3']],
    ['macie', ['Macie.1', 'Macie.2']],
    ['bedrockDataEvents', []],
    ['unusedAccessAnalyzer', []],
  ])('%s off disables %j and nothing else', (name, ids) => {
    const allOn = idsFor(everySwitch(true));
    const oneOff = idsFor({ ...everySwitch(true), [name]: false });
    expect(oneOff.filter((id) => !allOn.includes(id))).toEqual(ids);
    expect(allOn.filter((id) => !oneOff.includes(id))).toEqual([]);
  });

  test('with everything switched on only what the baseline never does is off', () => {
    expect(idsFor(everySwitch(true)).toSorted()).toEqual([...neverBought, ...decidedAgainst].toSorted());
  });

  test('the trail beside Control Tower has no log group, whatever is switched on', () => {
    expect(idsFor(everySwitch(true), 'data-only')).toContain('CloudTrail.5');
  });

  test('Lambda Protection is checked, whatever is switched off', () => {
    fc.assert(fc.property(switches, (services) => !idsFor(services).includes('GuardDuty.6')));
  });

  test('S3 Protection is checked exactly when GuardDuty is told to have it', () => {
    fc.assert(
      fc.property(
        switches,
        (services) =>
          idsFor(services).includes('GuardDuty.10') !== guardDutyFeaturesOf(services).includes('S3_DATA_EVENTS'),
      ),
    );
  });

  test('switching something on never disables a control', () => {
    fc.assert(
      fc.property(
        switches,
        fc.constantFrom(
          ...(Object.keys(everySwitch(true)) as (keyof ServiceSwitches)[]).filter((key) => key !== 'securityHub'),
        ),
        (services, name) => {
          const before = idsFor(services);
          expect(idsFor({ ...services, [name]: true }).filter((id) => !before.includes(id))).toEqual([]);
        },
      ),
    );
  });

  test.each(Object.keys(profiles) as (keyof typeof profiles)[])('each is named once, with a reason (%s)', (profile) => {
    const controls = disabledSecurityControls({ services: profiles[profile], trail: 'complete' });
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
    for (const { id, reason } of controls) {
      expect(id).toMatch(/^[A-Z][A-Za-z0-9]+\.[1-9]\d*$/);
      expect(reason.length).toBeGreaterThan(10);
    }
  });
});
