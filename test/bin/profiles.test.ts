import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationApp } from '../../bin/app';
import { everyAccount } from '../../config/resolve-organization';
import type { GateReport } from '../../gate/gate-report';
import { runGate } from '../../gate/run-gate';
import { synthesize } from '../../nag/synthesize';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';

const root = join(__dirname, '..', '..');
type Profile = 'personal' | 'small' | 'regulated';
type Resource = { readonly Type: string; readonly Properties?: Record<string, never> };

/** The templates of the example organization with a profile, by stack, and what the gate says of them. */
function judged(profile: Profile) {
  const organization = exampleOrganization({ profile });
  const outdir = mkdtempSync(join(tmpdir(), `ishizue-${profile}-`));
  const output = mkdtempSync(join(tmpdir(), `ishizue-${profile}-reports-`));
  const { terminal } = rememberingTerminal();
  // Without CloudFormation Validate, which costs seconds and 300 MB: the gate runs it on the example as it is.
  runGate(
    {
      output,
      waivers: join(root, 'waivers.yaml'),
      language: 'en',
      json: false,
      strict: true,
      root,
      meta: { tool: 'test', version: '0', date: '2026-11-28' },
    },
    {
      loadOrganization: () => organization,
      synthesize: (_, waive) =>
        synthesize((app) => organizationApp(organization, { ...app, functionCode: emptyFunctionCode }), {
          outdir,
          facts: { governedRegions: organization.governedRegions },
          waive,
        }),
    },
    terminal,
  );
  const resources = readdirSync(outdir)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const stack = file.replace('.template.json', '');
      const template = JSON.parse(readFileSync(join(outdir, file), 'utf8')) as { Resources: Record<string, Resource> };
      return Object.values(template.Resources).map((resource) => ({ stack, ...resource }));
    });
  const report = JSON.parse(readFileSync(join(output, 'gate.json'), 'utf8')) as GateReport;
  return { organization, report, switchedOn: switchedOn(resources) };
}

/** What an organization has, read from nothing but the templates that are deployed. */
function switchedOn(resources: readonly (Resource & { readonly stack: string })[]) {
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const applied = ofType('Custom::Settings').flatMap(({ stack, Properties }) =>
    ((Properties?.settings as { name: string; desired: string }[] | undefined) ?? []).map(({ name, desired }) => ({
      stack,
      name,
      desired,
    })),
  );
  const policy = (type: string) =>
    ofType('AWS::Organizations::Policy').find(({ Properties }) => (Properties?.Type as string | undefined) === type)
      ?.Properties?.Content as Record<string, Record<string, Record<string, object>>> | undefined;
  const scans = policy('INSPECTOR_POLICY')?.inspector?.enablement ?? {};
  const [configuration] = ofType('AWS::SecurityHub::ConfigurationPolicy').map(
    ({ Properties }) =>
      (Properties?.ConfigurationPolicy as { SecurityHub: Record<string, never> } | undefined)?.SecurityHub as
        | Record<string, never>
        | undefined,
  );
  const standards = (configuration?.EnabledStandardIdentifiers ?? []) as string[];
  const features = new Set(
    applied
      .filter(({ name }) => name === 'guardduty-organization')
      .map(({ desired }) => JSON.parse(desired).features.join()),
  );
  return {
    guardDuty: [...features].flatMap((list) => list.split(',')),
    inspector: [
      ...Object.keys(scans).filter((scan) => scan.endsWith('_scanning')),
      ...('lambda_code_scanning' in (scans.lambda_standard_scanning ?? {}) ? ['lambda_code_scanning'] : []),
    ].sort(),
    unifiedSecurityHub: policy('SECURITYHUB_POLICY') !== undefined && ofType('AWS::SecurityHub::HubV2').length === 1,
    recorders: ofType('AWS::Config::ConfigurationRecorder').length,
    managementHubs: applied.filter(({ name }) => name === 'security-hub-account').map(({ stack }) => stack),
    macie: applied.filter(({ name }) => name === 'macie-organization').length > 0,
    unusedAccess: ofType('AWS::AccessAnalyzer::Analyzer').some(
      ({ Properties }) => (Properties?.Type as string | undefined) === 'ORGANIZATION_UNUSED_ACCESS',
    ),
    trailInLogs: ofType('AWS::CloudTrail::Trail').some(
      ({ Properties }) => Properties?.CloudWatchLogsLogGroupArn !== undefined,
    ),
    standards: standards.map((arn) => arn.replace(/^.*standards\//, '')),
    disabledControls:
      (configuration?.SecurityControlsConfiguration as Record<string, string[]> | undefined)
        ?.DisabledSecurityControlIdentifiers ?? [],
  };
}

const standards = [
  'aws-foundational-security-best-practices/v/1.0.0',
  'cis-aws-foundations-benchmark/v/5.0.0',
  'ai-security-best-practices/v/1.0.0',
];
/** EKS, RDS and runtime protection, which no account needs, and four controls that ask for what the baseline decides against. */
const offInEveryProfile = ['GuardDuty.5', 'GuardDuty.7', 'GuardDuty.9', 'GuardDuty.11', 'GuardDuty.12', 'GuardDuty.13'];
const decidedAgainst = ['IAM.28', 'S3.20', 'S3.22', 'S3.23'];
const hubs = ['management-delegation-ap-northeast-1', 'management-delegation-us-east-1'];

const table: Record<Profile, ReturnType<typeof switchedOn>> = {
  personal: {
    guardDuty: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'],
    inspector: ['lambda_standard_scanning'],
    unifiedSecurityHub: true,
    recorders: 0,
    managementHubs: hubs,
    macie: false,
    unusedAccess: false,
    trailInLogs: false,
    standards,
    disabledControls: [
      ...[
        'CloudTrail.5',
        'GuardDuty.8',
        'GuardDuty.10',
        'Inspector.1',
        'Inspector.2',
        'Inspector.3',
        'Macie.1',
        'Macie.2',
      ],
      ...offInEveryProfile,
      ...decidedAgainst,
    ],
  },
  small: {
    guardDuty: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION', 'S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION'],
    inspector: ['ec2_scanning', 'ecr_scanning', 'lambda_code_scanning', 'lambda_standard_scanning'],
    unifiedSecurityHub: true,
    recorders: 0,
    managementHubs: hubs,
    macie: false,
    unusedAccess: false,
    trailInLogs: true,
    standards,
    disabledControls: ['Macie.1', 'Macie.2', ...offInEveryProfile, ...decidedAgainst],
  },
  regulated: {
    guardDuty: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION', 'S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION'],
    inspector: ['ec2_scanning', 'ecr_scanning', 'lambda_code_scanning', 'lambda_standard_scanning'],
    unifiedSecurityHub: false,
    // Four accounts, two regions.
    recorders: 8,
    managementHubs: hubs,
    macie: true,
    unusedAccess: true,
    trailInLogs: true,
    standards,
    disabledControls: [...offInEveryProfile, ...decidedAgainst],
  },
};

describe.each(Object.keys(table) as Profile[])('the profile %s', (profile) => {
  const { organization, report, switchedOn: found } = judged(profile);

  test('has these services, features, standards and disabled controls', () => {
    const sorted = (one: typeof found) => ({ ...one, disabledControls: one.disabledControls.toSorted() });
    expect(sorted(found)).toEqual(sorted(table[profile]));
  });

  test.each<[string, (one: typeof found) => boolean]>([
    ['CloudTrail.5', ({ trailInLogs }) => trailInLogs],
    ['GuardDuty.5', ({ guardDuty }) => guardDuty.includes('EKS_AUDIT_LOGS')],
    ['GuardDuty.6', ({ guardDuty }) => guardDuty.includes('LAMBDA_NETWORK_LOGS')],
    ['GuardDuty.7', ({ guardDuty }) => guardDuty.includes('RUNTIME_MONITORING')],
    ['GuardDuty.8', ({ guardDuty }) => guardDuty.includes('EBS_MALWARE_PROTECTION')],
    ['GuardDuty.9', ({ guardDuty }) => guardDuty.includes('RDS_LOGIN_EVENTS')],
    ['GuardDuty.10', ({ guardDuty }) => guardDuty.includes('S3_DATA_EVENTS')],
    ['GuardDuty.11', ({ guardDuty }) => guardDuty.includes('RUNTIME_MONITORING')],
    ['GuardDuty.12', ({ guardDuty }) => guardDuty.includes('RUNTIME_MONITORING')],
    ['GuardDuty.13', ({ guardDuty }) => guardDuty.includes('RUNTIME_MONITORING')],
    ['Inspector.1', ({ inspector }) => inspector.includes('ec2_scanning')],
    ['Inspector.2', ({ inspector }) => inspector.includes('ecr_scanning')],
    ['Inspector.3', ({ inspector }) => inspector.includes('lambda_code_scanning')],
    ['Inspector.4', ({ inspector }) => inspector.includes('lambda_standard_scanning')],
    ['Macie.1', ({ macie }) => macie],
    ['Macie.2', ({ macie }) => macie],
  ])('%s is judged exactly where what it asks for is switched on', (control, isOn) => {
    expect(!found.disabledControls.includes(control)).toBe(isOn(found));
  });

  test('has a configuration recorder for the controls in every account and region, one way or the other', () => {
    const places = everyAccount(organization).length * organization.governedRegions.length;
    expect(found.recorders).toBe(found.unifiedSecurityHub ? 0 : places);
  });

  test('passes the gate, and no waiver meant for it is idle', () => {
    // The access policies are the same in every profile, and the gate judges them on the example as it is.
    const left = report.findings.filter(
      ({ waiver, stack }) => waiver === undefined && stack !== 'management-access-policies',
    );
    const blocking = left.filter(({ check }) => check !== 'CloudFormation-Validate::evaluated-nothing');
    expect(blocking.map(({ check, path, stack }) => `${check} ${path ?? stack}`)).toEqual([]);
    expect(report.hygiene).toEqual([]);
  });
});
