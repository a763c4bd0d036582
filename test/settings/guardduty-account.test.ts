import { guardDutyAccount as setting } from '../../settings/guardduty-account';
import { managementId, placeIn } from './example-place';
import { expectOnlyPermitted, fakeAws, run } from './fake-aws';

const listDetectors = 'guardduty:ListDetectors';
const getDetector = 'guardduty:GetDetector';
const createDetector = 'guardduty:CreateDetector';
const updateDetector = 'guardduty:UpdateDetector';

test('switches GuardDuty on without the plans AWS would add: the organization brings those that are bought', async () => {
  const aws = fakeAws({ [listDetectors]: { detectorIds: [] }, [createDetector]: { detectorId: 'd-1' } });
  const { differences } = await run(setting, {}, aws);
  expect(differences).toEqual([{ what: 'detector', desired: 'ENABLED', observed: 'none' }]);
  const [input] = aws.inputs(createDetector) as { Enable: boolean; Features: { Name: string; Status: string }[] }[];
  expect(input?.Enable).toBe(true);
  expect(new Set(input?.Features.map(({ Status }) => Status))).toEqual(new Set(['DISABLED']));
  expect(input?.Features.map(({ Name }) => Name)).toContain('EKS_AUDIT_LOGS');
  expectOnlyPermitted(aws, setting.permissions({}, placeIn(managementId)));
});

test('makes no second detector, and changes nothing where one is on', async () => {
  const aws = fakeAws({ [listDetectors]: { detectorIds: ['d-1'] }, [getDetector]: { status: 'ENABLED' } });
  expect((await run(setting, {}, aws)).differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('goes on where somebody suspended it, without touching its plans', async () => {
  const aws = fakeAws({
    [listDetectors]: { detectorIds: ['d-1'] },
    [getDetector]: { status: 'DISABLED' },
    [updateDetector]: {},
  });
  await run(setting, {}, aws);
  expect(aws.inputs(updateDetector)).toEqual([{ DetectorId: 'd-1', Enable: true }]);
});
