import { handler, settingsHandler } from '../../functions/apply-settings';
import type { SettingsRequest } from '../../functions/apply-settings/request';
import { awsClients, type ClientConfiguration } from '../../functions/clients';
import { AwsError, type FakeAws, fakeAws, inTurn, type Script } from '../settings/fake-aws';
import { answerServer } from './answer-server';

const trustedAccess = {
  name: 'organization-trusted-access',
  desired: JSON.stringify({ services: ['iam.amazonaws.com'] }),
};
const policyTypes = {
  name: 'organization-policy-types',
  desired: JSON.stringify({ policyTypes: ['SERVICE_CONTROL_POLICY'] }),
};
const guardDuty = {
  name: 'guardduty-organization',
  desired: JSON.stringify({ features: ['AI_PROTECTION'], members: [] }),
};

const listAccess = 'organizations:ListAWSServiceAccessForOrganization';
const enableAccess = 'organizations:EnableAWSServiceAccess';

/** An organization and a GuardDuty that remember what they are told. */
function statefulAws(): { script: Script; trusted: Set<string>; enabled: Set<string> } {
  const trusted = new Set<string>();
  const enabled = new Set<string>();
  let features: { name: string; status: string }[] = [];
  let organization: object = { memberAccountLimitReached: false, autoEnableOrganizationMembers: 'NONE', features: [] };
  const script: Script = {
    [listAccess]: () => ({ EnabledServicePrincipals: [...trusted].map((ServicePrincipal) => ({ ServicePrincipal })) }),
    [enableAccess]: ({ ServicePrincipal }: { ServicePrincipal: string }) => {
      trusted.add(ServicePrincipal);
      return {};
    },
    'organizations:DescribeOrganization': { Organization: { FeatureSet: 'ALL' } },
    'organizations:ListRoots': () => ({
      Roots: [{ Id: 'r-ab12', PolicyTypes: [...enabled].map((Type) => ({ Type, Status: 'ENABLED' })) }],
    }),
    'organizations:EnablePolicyType': ({ PolicyType }: { PolicyType: string }) => {
      enabled.add(PolicyType);
      return {};
    },
    'guardduty:ListDetectors': { detectorIds: ['d-1'] },
    'guardduty:ListMembers': { members: [] },
    'guardduty:GetDetector': () => ({
      status: 'ENABLED',
      serviceRole: 'role',
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features,
    }),
    'guardduty:DescribeOrganizationConfiguration': () => organization,
    'guardduty:UpdateDetector': () => {
      features = [{ name: 'AI_PROTECTION', status: 'ENABLED' }];
      return {};
    },
    'guardduty:UpdateOrganizationConfiguration': () => {
      organization = {
        memberAccountLimitReached: false,
        autoEnableOrganizationMembers: 'ALL',
        features: [{ name: 'AI_PROTECTION', autoEnable: 'ALL' }],
      };
      return {};
    },
  };
  return { script, trusted, enabled };
}

/** A request as CloudFormation sends it. */
const request = (overrides: Partial<SettingsRequest> & { settings?: unknown } = {}): SettingsRequest => {
  const { settings = [trustedAccess, policyTypes], ...rest } = overrides;
  return {
    RequestType: 'Create',
    ResponseURL: server.url,
    StackId: 'arn:aws:cloudformation:us-east-1:111111111111:stack/management-foundation/1',
    RequestId: 'request-of-the-stack',
    LogicalResourceId: 'SettingsABCD',
    ResourceProperties: { ServiceToken: 'arn', settings },
    ...rest,
  };
};

const realClients = (configuration: unknown) => awsClients(configuration as ClientConfiguration);

/** Runs the real handler with the project's own clients before a scripted AWS, and returns what CloudFormation was told. */
async function handle(event: SettingsRequest, aws: FakeAws, time = { left: 900_000 }) {
  const sleep = async (milliseconds: number) => {
    time.left -= milliseconds;
  };
  const before = server.received.length;
  await settingsHandler({ clients: aws.clients, sleep })(event, { getRemainingTimeInMillis: () => time.left });
  expect(server.received).toHaveLength(before + 1);
  return JSON.parse(server.received.at(-1)?.body ?? '');
}

let server: Awaited<ReturnType<typeof answerServer>>;
let logged: unknown[];

beforeAll(async () => {
  server = await answerServer(200);
});

afterAll(() => server.close());

beforeEach(() => {
  logged = [];
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation((...lines: unknown[]) => {
      logged.push(...lines);
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('create', () => {
  test('applies every setting in order and answers with their values', async () => {
    const aws = fakeAws(statefulAws().script, realClients);
    expect(await handle(request(), aws)).toEqual({
      Status: 'SUCCESS',
      Reason: 'Applied: organization-trusted-access, organization-policy-types.',
      PhysicalResourceId: 'settings-SettingsABCD',
      StackId: 'arn:aws:cloudformation:us-east-1:111111111111:stack/management-foundation/1',
      RequestId: 'request-of-the-stack',
      LogicalResourceId: 'SettingsABCD',
      Data: { 'organization-policy-types.RootId': 'r-ab12' },
    });
    expect(aws.written()).toEqual([enableAccess, 'organizations:EnablePolicyType']);
  });

  test('changes nothing where all is as desired, and answers with the same values', async () => {
    const { script } = statefulAws();
    const settings = [guardDuty, policyTypes];
    const first = await handle(request({ settings }), fakeAws(script, realClients));
    const aws = fakeAws(script, realClients);
    expect(await handle(request({ settings }), aws)).toEqual(first);
    expect(first.Data).toEqual({
      'guardduty-organization.DetectorId': 'd-1',
      'organization-policy-types.RootId': 'r-ab12',
    });
    expect(aws.written()).toEqual([]);
  });

  test('logs what differed and what was applied, one object a line', async () => {
    await handle(request({ settings: [trustedAccess] }), fakeAws(statefulAws().script, realClients));
    expect(logged).toEqual([
      {
        message: 'setting read',
        setting: 'organization-trusted-access',
        differences: [{ what: 'services.iam.amazonaws.com', desired: 'trusted', observed: 'not trusted' }],
      },
      { message: 'setting applied', setting: 'organization-trusted-access', changed: true, attributes: {} },
    ]);
  });
});

describe('update and rollback', () => {
  test('keep the physical id, so that CloudFormation never deletes an old one', async () => {
    const event = request({ RequestType: 'Update', PhysicalResourceId: 'settings-of-an-older-version' });
    const answer = await handle(event, fakeAws(statefulAws().script, realClients));
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'settings-of-an-older-version' });
  });

  test('to an older template disable nothing', async () => {
    const { script, trusted, enabled } = statefulAws();
    const both = { services: ['iam.amazonaws.com', 'config.amazonaws.com'] };
    const newer = { ...trustedAccess, desired: JSON.stringify(both) };
    await handle(request({ settings: [newer, policyTypes] }), fakeAws(script, realClients));
    const aws = fakeAws(script, realClients);
    const older = request({ RequestType: 'Update', PhysicalResourceId: 'settings-1', settings: [trustedAccess] });
    expect(await handle(older, aws)).toMatchObject({ Status: 'SUCCESS' });
    expect(aws.written()).toEqual([]);
    expect([...trusted, ...enabled]).toEqual(['iam.amazonaws.com', 'config.amazonaws.com', 'SERVICE_CONTROL_POLICY']);
  });
});

describe('delete', () => {
  test('answers and calls AWS for nothing', async () => {
    const aws = fakeAws({}, realClients);
    const event = request({ RequestType: 'Delete', PhysicalResourceId: 'settings-SettingsABCD' });
    expect(await handle(event, aws)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'settings-SettingsABCD' });
    expect(aws.calls).toEqual([]);
  });

  test('answers also for a template nobody understands, so that a failed stack can be removed', async () => {
    const event = request({ RequestType: 'Delete', PhysicalResourceId: 'settings-1', settings: [{ name: 'unknown' }] });
    expect(await handle(event, fakeAws({}, realClients))).toMatchObject({ Status: 'SUCCESS' });
  });
});

describe('a failure', () => {
  test('names the setting, the call, the error, the request and what to do, and what stays', async () => {
    const { script } = statefulAws();
    const denied = new AwsError('AccessDeniedException', 'User is not authorized', 403);
    const aws = fakeAws({ ...script, 'organizations:EnablePolicyType': denied }, realClients);
    const { Status, Reason, Data } = await handle(request(), aws);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(
      /^organization-policy-types: organizations:EnablePolicyType answered AccessDeniedException: User is not authorized \(request request-1\)\. .*service control policy.* Applied before, and stays: organization-trusted-access\.$/,
    );
    expect(Data).toBeUndefined();
  });

  test.each([
    ['organizations:ListRoots', 'TooManyRequestsException', /deploy again when nobody else/],
    ['organizations:ListRoots', 'ServiceException', /AWS had a fault: deploy again/],
    ['organizations:ListRoots', 'InvalidInputException', /AWS refuses the call as it is/],
  ])('of %s with %s says what to do', async (operation, name, advice) => {
    const aws = fakeAws({ ...statefulAws().script, [operation]: new AwsError(name) }, realClients);
    expect((await handle(request(), aws)).Reason).toMatch(advice);
  });

  test('of a setting that refuses is told in its own words', async () => {
    const billing = { Organization: { FeatureSet: 'CONSOLIDATED_BILLING' } };
    const aws = fakeAws({ ...statefulAws().script, 'organizations:DescribeOrganization': billing }, realClients);
    const { Reason } = await handle(request({ settings: [policyTypes] }), aws);
    expect(Reason).toMatch(/^organization-policy-types: The organization has the feature set CONSOLIDATED_BILLING/);
  });

  test('that hides behind success is found: AWS takes the call and does not do it', async () => {
    const aws = fakeAws({ [listAccess]: { EnabledServicePrincipals: [] }, [enableAccess]: {} }, realClients);
    const { Status, Reason } = await handle(request({ settings: [trustedAccess] }), aws);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/services\.iam\.amazonaws\.com is "not trusted" and should be "trusted"/);
  });

  test('that passes is waited for: AWS does it a little later', async () => {
    const nothing = { EnabledServicePrincipals: [] };
    const trusted = { EnabledServicePrincipals: [{ ServicePrincipal: 'iam.amazonaws.com' }] };
    const aws = fakeAws({ [listAccess]: inTurn(nothing, nothing, nothing, trusted), [enableAccess]: {} }, realClients);
    expect(await handle(request({ settings: [trustedAccess] }), aws)).toMatchObject({ Status: 'SUCCESS' });
    expect(aws.written()).toEqual([enableAccess]);
  });

  test('of the template is told apart, names every mistake, and changes nothing', async () => {
    const aws = fakeAws({}, realClients);
    const settings = [trustedAccess, { name: 'no-such-setting', desired: '{}' }, { ...policyTypes, desired: '{' }];
    const { Status, Reason } = await handle(request({ settings }), aws);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(
      /settings\[1\]\.name: "no-such-setting".*settings\[2\]\.desired: is not JSON.*different versions/,
    );
    expect(aws.calls).toEqual([]);
  });

  test('of our own is called so', async () => {
    const settings = [{ name: 'organization-policy-types', desired: 'null' }];
    const { Reason } = await handle(request({ settings }), fakeAws(statefulAws().script, realClients));
    expect(Reason).toMatch(/TypeError.*fault of the baseline, not of your configuration/);
  });

  test('is logged with its setting, and the URL is not', async () => {
    const aws = fakeAws({ [listAccess]: new AwsError('AccessDeniedException') }, realClients);
    await handle(request(), aws);
    expect(logged).toContainEqual(
      expect.objectContaining({ message: 'failed', setting: 'organization-trusted-access' }),
    );
    expect(JSON.stringify(logged)).not.toMatch(/secret-signature/);
  });
});

describe('time', () => {
  test('that runs out while AWS throttles is answered before Lambda ends the function, with where it was', async () => {
    const time = { left: 150_000 };
    const aws = fakeAws({ [listAccess]: new AwsError('TooManyRequestsException') }, realClients);
    const { Status, Reason } = await handle(request(), aws, time);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^organization-trusted-access: the time of the function is up\. Deploy again/);
    expect(time.left).toBeGreaterThanOrEqual(60_000);
  });

  test('that is up before a setting begins leaves that setting alone', async () => {
    const aws = fakeAws(statefulAws().script, realClients);
    expect(await handle(request(), aws, { left: 50_000 })).toMatchObject({ Status: 'FAILED' });
    expect(aws.calls).toEqual([]);
  });

  test('that one slow call uses up begins no other: another run may have started meanwhile', async () => {
    const time = { left: 900_000 };
    const slowly = () => {
      time.left = 59_000;
      return { EnabledServicePrincipals: [] };
    };
    const aws = fakeAws({ [listAccess]: slowly, [enableAccess]: {} }, realClients);
    const { Status, Reason } = await handle(request(), aws, time);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^organization-trusted-access: the time of the function is up\. Deploy again/);
    expect(aws.written()).toEqual([]);
  });

  test('that a call takes which hangs is bounded', async () => {
    const { script } = statefulAws();
    const time = { left: 900_000 };
    const aws = fakeAws(script, (configuration) =>
      awsClients({
        ...(configuration as unknown as ClientConfiguration),
        requestHandler: { handle: () => new Promise(() => undefined) } as never,
      }),
    );
    jest.spyOn(global, 'setTimeout').mockImplementation(((end: () => void) => {
      setImmediate(end);
    }) as never);
    const { Status, Reason } = await handle(request(), aws, time);
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^organization-trusted-access: a call did not come back in time/);
  });
});

test('exports the handler that Lambda calls', () => {
  expect(handler).toBeInstanceOf(Function);
});
