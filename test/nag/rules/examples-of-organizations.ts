import { parameter, type RuleExample } from './rule-example';

const policy = (type: string, statements: unknown) => ({
  Subject: {
    Type: 'AWS::Organizations::Policy',
    Properties: { Type: type, Content: { Version: '2012-10-17', Statement: statements } },
  },
});
const denyLeaving = {
  Sid: 'DenyLeavingOrganization',
  Effect: 'Deny',
  Action: 'organizations:LeaveOrganization',
  Resource: '*',
};
/** A policy text of exactly this many characters. */
const textOf = (characters: number) => `{"Statement":"${'x'.repeat(characters - 16)}"}`;
const content = 'Subject.Properties.Content';
const first = `${content}.Statement.0`;

export const organizationsExamples: readonly RuleExample[] = [
  {
    rule: 'organizations-policy-within-quota',
    passes: policy('SERVICE_CONTROL_POLICY', [denyLeaving]),
    fails: [
      { what: 'one character too many', at: content, to: textOf(10_241), faults: ['10241-of-10240-characters'] },
      {
        what: 'a document too long',
        at: content,
        to: JSON.parse(textOf(12_000)),
        faults: ['12000-of-10240-characters'],
      },
    ],
    alsoPasses: [{ what: 'the last character that fits', at: content, to: textOf(10_240) }],
    unknown: [
      { what: 'a value from a parameter', at: `${first}.Action`, to: parameter },
      { what: 'a type from a parameter', at: 'Subject.Properties.Type', to: parameter },
    ],
  },
  {
    rule: 'organizations-policy-within-quota',
    passes: policy('RESOURCE_CONTROL_POLICY', [denyLeaving]),
    fails: [{ what: 'longer than such a policy', at: content, to: textOf(5_121), faults: ['5121-of-5120-characters'] }],
  },
  {
    rule: 'organizations-policy-within-quota',
    passes: policy('AISERVICES_OPT_OUT_POLICY', []),
    fails: [{ what: 'longer than such a policy', at: content, to: textOf(2_501), faults: ['2501-of-2500-characters'] }],
  },
  {
    rule: 'organizations-policy-within-quota',
    passes: policy('INSPECTOR_POLICY', []),
    fails: [
      { what: 'longer than such a policy', at: content, to: textOf(10_001), faults: ['10001-of-10000-characters'] },
    ],
  },
  {
    rule: 'organizations-policy-statement-has-sid',
    passes: policy('SERVICE_CONTROL_POLICY', [denyLeaving, { ...denyLeaving, Sid: 'Other' }]),
    fails: [
      { what: 'a statement without a name', at: `${first}.Sid`, faults: ['Statement.1'] },
      { what: 'an empty name', at: `${first}.Sid`, to: '', faults: ['Statement.1'] },
      { what: 'a name used twice', at: `${first}.Sid`, to: 'Other', faults: ['Other'] },
    ],
    unknown: [
      { what: 'content from a parameter', at: content, to: parameter },
      {
        what: 'a statement that a condition chooses',
        at: first,
        to: { 'Fn::If': ['Strict', denyLeaving, denyLeaving] },
      },
    ],
    notApplicable: [{ what: 'a policy without statements', at: 'Subject.Properties.Type', to: 'TAG_POLICY' }],
  },
];
