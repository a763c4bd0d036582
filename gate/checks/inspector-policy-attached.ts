import type { Check } from './check';

/** An Inspector policy is attached to the root of the organization. What it scans is judged by the pack's own rule. */
export const inspectorPolicyAttached: Check = {
  id: 'inspector-policy-attached',
  severity: 'high',
  assurance: 'asserted',
  promise: { en: 'An Inspector policy covers every account', ja: 'Inspector ポリシーが全アカウントを対象にする' },
  why: {
    en: 'Accounts without it, and accounts of tomorrow, would not be scanned for vulnerabilities.',
    ja: 'これがないアカウントや今後作られるアカウントは、脆弱性のスキャン対象になりません。',
  },
  fix: {
    en: 'Attach a policy of type INSPECTOR_POLICY to the root.',
    ja: 'INSPECTOR_POLICY 型のポリシーをルートにアタッチしてください。',
  },
  run({ assembly, organization }) {
    const holder = assembly.stacks.find(({ resources }) =>
      Object.values(resources).some(
        ({ Type, Properties }) =>
          Type === 'AWS::Organizations::Policy' &&
          Properties?.Type === 'INSPECTOR_POLICY' &&
          Array.isArray(Properties.TargetIds) &&
          Properties.TargetIds.includes(organization.rootId),
      ),
    );
    if (holder) return [{ state: 'pass', stack: holder.id }];
    return [
      {
        state: 'fail',
        message: {
          en: `No policy of type INSPECTOR_POLICY is attached to ${organization.rootId}`,
          ja: `INSPECTOR_POLICY 型のポリシーが ${organization.rootId} にアタッチされていません`,
        },
      },
    ];
  },
};
