import { requestedSettings, type SettingsRequest } from '../../../functions/apply-settings/request';

const request = (settings: unknown): SettingsRequest => ({
  RequestType: 'Create',
  ResponseURL: 'https://example.com',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Settings',
  ResourceProperties: { settings },
});

test('finds the settings in the order of the template, with their desired state', () => {
  const requested = requestedSettings(
    request([
      { name: 'organization-trusted-access', desired: '{"services":["iam.amazonaws.com"]}' },
      { name: 'organization-policy-types', desired: '{"policyTypes":[]}' },
    ]),
  );
  expect(requested.map(({ setting, desired }) => [setting.name, desired])).toEqual([
    ['organization-trusted-access', { services: ['iam.amazonaws.com'] }],
    ['organization-policy-types', { policyTypes: [] }],
  ]);
});

test('names every mistake at once', () => {
  const settings = [
    { name: 'no-such-setting', desired: '{}' },
    { name: 'organization-policy-types', desired: '{' },
    { name: 'toString', desired: '{}' },
    { desired: '{}' },
    'organization-policy-types',
  ];
  expect(() => requestedSettings(request(settings))).toThrow(
    /settings\[0\]\.name: "no-such-setting" is not a setting; settings\[1\]\.desired: is not JSON.*settings\[2\]\.name: "toString".*settings\[3\]\.name.*settings\[4\]\.name.*deploy both from one.*Nothing was changed/,
  );
});

test.each([[undefined], ['text'], [{}]])('refuses %j in the place of a list', (settings) => {
  expect(() => requestedSettings(request(settings))).toThrow(/settings: is not a list/);
});
