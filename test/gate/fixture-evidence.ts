import type { Assembly } from '../../gate/assembly';
import type { Evidence, PackEvidence, RuleEvidence } from '../../gate/evidence';
import type { GateInput } from '../../gate/judge';
import type { PluginReport, ReportedViolation } from '../../gate/validation-report';
import { globPattern, rulePattern } from '../../gate/waiver-pattern';
import type { Waiver } from '../../gate/waivers';
import { exampleOrganization } from '../helpers/example';
import { accounts, assemblyOf, settings, stackOf } from './fixture-assembly';

export const today = '2026-11-24';

export const bucketInLogArchive = {
  stack: 'log-archive-storage',
  path: 'log-archive-storage/Logs/Bucket',
  logicalId: 'LogsBucket',
};

export function ruleEvidence(id: string, more: Partial<RuleEvidence> = {}): RuleEvidence {
  return {
    id,
    level: 'error',
    severity: 'high',
    info: `${id} is not as it should be.`,
    explanation: 'It matters.',
    compliant: [],
    nonCompliant: [],
    unknown: [],
    notApplicable: new Map(),
    ...more,
  };
}

export function packOf(pack: string, ...rules: RuleEvidence[]): PackEvidence {
  return { pack, evaluations: 100, rules };
}

/** A pack with one finding about the bucket of the log archive, and the report CDK writes about it. */
export const s1 = ruleEvidence('AwsSolutions-S1', {
  nonCompliant: [{ resource: bucketInLogArchive, rule: 'AwsSolutions-S1' }],
});

export function violationOf(
  ruleName: string,
  path = bucketInLogArchive.path,
  more: Partial<ReportedViolation> = {},
): ReportedViolation {
  return {
    ruleName,
    description: `${ruleName} says no.`,
    severity: 'error',
    violatingConstructs: [{ constructPath: path }],
    ...more,
  };
}

export function reportOf(pluginName: string, more: Partial<PluginReport> = {}): PluginReport {
  return { pluginName, conclusion: 'failure', violations: [], ...more };
}

export function waiverOf(changes: Partial<Waiver> = {}): Waiver {
  const rule = changes.rule ?? 'AwsSolutions::AwsSolutions-S1';
  const path = changes.path ?? 'log-archive-storage/**';
  return {
    id: 'W-0001',
    rule,
    path,
    reason: { en: 'It is the log bucket.', ja: 'ログのバケットです。' },
    risk: 'low',
    owner: 'platform',
    created: '2026-11-01',
    expires: '2027-06-01',
    place: 'waivers.yaml:1',
    names: (finding) => rulePattern(rule).test(finding.rule) && globPattern(path).test(finding.path ?? ''),
    ...changes,
  };
}

const trailArn = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/example-organization-trail';
const cloudTrailOnly = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
    },
  ],
};
const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

/** An organization that every check of the assembly accepts, as small as possible. */
export function soundAssembly(): Assembly {
  const management = { account: accounts.management.id };
  const workload = { account: accounts.workloads[0]?.id };
  const topic = { Type: 'AWS::SNS::Topic' };
  const guardDuty = {
    Settings: settings({
      name: 'guardduty-organization',
      desired: { features: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'] },
    }),
  };
  return assemblyOf(
    stackOf(
      'log-archive-storage',
      {
        LogsBucket: {
          Type: 'AWS::S3::Bucket',
          ...retained,
          Properties: { BucketName: 'example-trail-222233334444-ap-northeast-1' },
        },
        Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: cloudTrailOnly } },
        Key: { Type: 'AWS::KMS::Key', ...retained, Properties: { KeyPolicy: cloudTrailOnly } },
      },
      {
        account: accounts.logArchive.id,
        places: new Map([['LogsBucket', { path: bucketInLogArchive.path, location: 'constructs/trail-bucket.ts:40' }]]),
      },
    ),
    stackOf(
      'management-trail',
      {
        Trail: {
          Type: 'AWS::CloudTrail::Trail',
          ...retained,
          Properties: {
            TrailName: 'example-organization-trail',
            IsLogging: true,
            IsOrganizationTrail: true,
            IsMultiRegionTrail: true,
            EnableLogFileValidation: true,
            S3BucketName: 'example-trail-222233334444-ap-northeast-1',
            KMSKeyId: 'key',
          },
        },
      },
      management,
    ),
    stackOf(
      'management-declarative-policies',
      {
        Inspector: {
          Type: 'AWS::Organizations::Policy',
          Properties: { Type: 'INSPECTOR_POLICY', TargetIds: ['r-exmp'] },
        },
      },
      { ...management, region: 'us-east-1' },
    ),
    stackOf('audit-security-hub', {
      Aggregator: { Type: 'AWS::SecurityHub::FindingAggregator' },
      Configuration: { Type: 'AWS::SecurityHub::OrganizationConfiguration' },
      Policy: { Type: 'AWS::SecurityHub::ConfigurationPolicy' },
      Association: {
        Type: 'AWS::SecurityHub::PolicyAssociation',
        Properties: { TargetType: 'ROOT', TargetId: 'r-exmp' },
      },
    }),
    ...['ap-northeast-1', 'us-east-1'].flatMap((region) => [
      stackOf(`management-delegation-${region}`, { topic }, { ...management, region }),
      stackOf(`audit-guardduty-${region}`, guardDuty, { region }),
      stackOf(`audit-access-analyzer-${region}`, { topic }, { region }),
    ]),
    stackOf(
      'assistant-account',
      {
        Settings: settings({
          name: 'bedrock-data-retention',
          desired: { mode: 'none', regions: ['ap-northeast-1', 'us-east-1'] },
        }),
      },
      workload,
    ),
    stackOf(
      'assistant-bedrock-ap-northeast-1',
      {
        Guardrail: { Type: 'AWS::Bedrock::Guardrail' },
        Settings: settings({ name: 'bedrock-invocation-logging', desired: {} }),
      },
      workload,
    ),
    stackOf('assistant-assistant-ap-northeast-1', { topic }, workload),
  );
}

/** What the gate gets when nothing is wrong. */
export function soundInput(changes: Partial<GateInput> = {}): GateInput {
  const assembly = changes.assembly ?? soundAssembly();
  const evidence: Evidence = {
    assemblyDirectory: 'cdk.out',
    packs: [packOf('AwsSolutions', ruleEvidence('AwsSolutions-S1', { compliant: [bucketInLogArchive] }))],
    validator: { pack: 'CloudFormation Validate', rules: 280, templates: assembly.stacks.length },
  };
  return {
    organization: exampleOrganization(),
    evidence,
    assembly,
    plugins: [],
    waivers: [],
    strict: false,
    root: '/project',
    meta: { tool: 'ishizue', version: '0.0.0', date: today },
    ...changes,
  };
}

/** The same with a finding of cdk-nag about the bucket of the log archive. */
export function inputWithFinding(changes: Partial<GateInput> = {}): GateInput {
  const input = soundInput();
  return {
    ...input,
    evidence: { ...input.evidence, packs: [packOf('AwsSolutions', s1)] },
    plugins: [reportOf('AwsSolutions', { violations: [violationOf('AwsSolutions-S1')] })],
    ...changes,
  };
}

/** What CDK reports when the finding is acknowledged with a reason. */
export function suppressed(reason: string, acknowledgedId = 'AwsSolutions::AwsSolutions-S1'): PluginReport {
  const violation = violationOf('AwsSolutions-S1');
  const acknowledgedAt = bucketInLogArchive.path;
  return reportOf('AwsSolutions', { suppressedViolations: [{ ...violation, acknowledgedId, acknowledgedAt, reason }] });
}
