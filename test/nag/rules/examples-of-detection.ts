import { parameter, type RuleExample } from './rule-example';

const standards = 'Subject.Properties.ConfigurationPolicy.SecurityHub.EnabledStandardIdentifiers';
const foundational = 'arn:aws:securityhub:ap-northeast-1::standards/aws-foundational-security-best-practices/v/1.0.0';
const ai = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':securityhub:x::standards/ai-security-best-practices/v/1.0.0']],
};
const regions = ['ap-northeast-1', 'us-east-1'];
const scanning = 'Subject.Properties.Content.inspector.enablement.lambda_standard_scanning';

export const detectionExamples: readonly RuleExample[] = [
  {
    rule: 'guardduty-detector-lambda-protection',
    passes: {
      Subject: {
        Type: 'AWS::GuardDuty::Detector',
        Properties: { Enable: true, Features: [{ Name: 'LAMBDA_NETWORK_LOGS', Status: 'ENABLED' }] },
      },
    },
    fails: [
      { what: 'the feature is off', at: 'Subject.Properties.Features.0.Status', to: 'DISABLED' },
      { what: 'the feature is missing', at: 'Subject.Properties.Features' },
      { what: 'the detector is off', at: 'Subject.Properties.Enable', to: false },
    ],
    unknown: [{ what: 'a status from a parameter', at: 'Subject.Properties.Features.0.Status', to: parameter }],
  },
  {
    rule: 'security-hub-central-configuration',
    passes: {
      Subject: {
        Type: 'AWS::SecurityHub::OrganizationConfiguration',
        Properties: { ConfigurationType: 'CENTRAL', AutoEnable: false, AutoEnableStandards: 'NONE' },
      },
    },
    fails: [
      { what: 'local configuration', at: 'Subject.Properties.ConfigurationType', to: 'LOCAL' },
      { what: 'accounts enabled by default', at: 'Subject.Properties.AutoEnable', to: true },
      { what: 'default standards', at: 'Subject.Properties.AutoEnableStandards', to: 'DEFAULT' },
    ],
    unknown: [{ what: 'a type from a parameter', at: 'Subject.Properties.ConfigurationType', to: parameter }],
  },
  {
    rule: 'security-hub-configuration-policy-standards',
    passes: {
      Subject: {
        Type: 'AWS::SecurityHub::ConfigurationPolicy',
        Properties: {
          ConfigurationPolicy: {
            SecurityHub: { ServiceEnabled: true, EnabledStandardIdentifiers: [foundational, ai] },
          },
        },
      },
    },
    fails: [
      { what: 'no AI standard', at: standards, to: [foundational], faults: ['ai-security-best-practices'] },
      {
        what: 'no foundational standard',
        at: standards,
        to: [ai],
        faults: ['aws-foundational-security-best-practices'],
      },
      {
        what: 'the service is off',
        at: 'Subject.Properties.ConfigurationPolicy.SecurityHub.ServiceEnabled',
        to: false,
        faults: ['ServiceEnabled'],
      },
    ],
    unknown: [{ what: 'standards from a parameter', at: standards, to: parameter }],
  },
  {
    rule: 'inspector-policy-scans-lambda',
    passes: {
      Subject: {
        Type: 'AWS::Organizations::Policy',
        Properties: {
          Type: 'INSPECTOR_POLICY',
          Content: {
            inspector: {
              enablement: {
                lambda_standard_scanning: {
                  enable_in_regions: { '@@assign': regions },
                  disable_in_regions: { '@@assign': [] },
                },
              },
            },
          },
        },
      },
    },
    fails: [
      {
        what: 'a region is left out',
        at: `${scanning}.enable_in_regions.@@assign`,
        to: ['us-east-1'],
        faults: ['ap-northeast-1'],
      },
      {
        what: 'a region is disabled, which wins',
        at: `${scanning}.disable_in_regions.@@assign`,
        to: ['us-east-1'],
        faults: ['us-east-1'],
      },
      { what: 'functions are not scanned', at: scanning, faults: regions },
    ],
    alsoPasses: [
      { what: 'every region there is', at: `${scanning}.enable_in_regions.@@assign`, to: ['ALL_SUPPORTED'] },
    ],
    unknown: [{ what: 'content from a parameter', at: 'Subject.Properties.Content', to: parameter }],
    notApplicable: [{ what: 'another type of policy', at: 'Subject.Properties.Type', to: 'TAG_POLICY' }],
  },
];
