import type { Rule } from '../rule';
import { isObject, known, listAt, objectAt } from '../template-value';

/** The Inspector policy enables standard scanning of Lambda functions wherever the organization works. */
export const inspectorPolicyScansLambda: Rule = {
  id: 'inspector-policy-scans-lambda',
  severity: 'high',
  types: ['AWS::Organizations::Policy'],
  text: {
    what: {
      en: 'The Inspector policy does not scan Lambda functions in every governed region.',
      ja: 'Inspector ポリシーが、統制対象の全リージョンで Lambda 関数をスキャンしていません。',
    },
    why: {
      en: 'A vulnerable package in a function that nobody scans stays there.',
      ja: 'スキャンされない関数の脆弱なパッケージは、そのまま残ります。',
    },
    fix: {
      en: 'Name the region under lambda_standard_scanning.enable_in_regions, and not under disable_in_regions, which wins.',
      ja: 'lambda_standard_scanning.enable_in_regions にリージョンを指定し、優先される disable_in_regions からは外してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inspector_syntax.html',
  judge({ properties }, { governedRegions }) {
    if (known(properties, 'Type') !== 'INSPECTOR_POLICY') return 'not-applicable';
    const content = known(properties, 'Content');
    const document = typeof content === 'string' ? JSON.parse(content) : content;
    if (!isObject(document)) return 'non-compliant';
    const enablement = objectAt(objectAt(document, 'inspector'), 'enablement');
    const scanning = objectAt(enablement, 'lambda_standard_scanning');
    const enabled = listAt(objectAt(scanning, 'enable_in_regions'), '@@assign');
    const disabled = listAt(objectAt(scanning, 'disable_in_regions'), '@@assign');
    const includes = (regions: readonly unknown[], region: string) =>
      regions.includes(region) || regions.includes('ALL_SUPPORTED');
    return governedRegions.filter((region) => !includes(enabled, region) || includes(disabled, region));
  },
};
