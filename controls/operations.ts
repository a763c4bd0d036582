import type { Control } from './control';

/** Promises about how the baseline itself is operated. */
export const operationsControls: readonly Control[] = [
  {
    id: 'CFG-03',
    severity: 'medium',
    promise: {
      en: 'Deleting a stack deletes no log and no key',
      ja: 'スタックを削除してもログと鍵は削除されない',
    },
    implementedBy: ['bin/app.ts'],
    shownBy: {
      checks: ['stateful-resources-retained', 'stacks-protected-from-deletion'],
      tests: ['test/bin/app.test.ts'],
    },
    askedBy: { nist80053: ['CM-3', 'CP-9'] },
  },
  {
    id: 'ENC-01',
    severity: 'medium',
    promise: {
      en: 'New volumes of workload accounts are encrypted, in every governed region, whatever they ask for',
      ja: 'ワークロードアカウントの新しいボリュームは、統制対象の全リージョンで必ず暗号化される',
    },
    implementedBy: ['settings/ebs-encryption-by-default.ts', 'stacks/workload-account-stack.ts'],
    shownBy: { settings: ['ebs-encryption-by-default'], tests: ['test/stacks/workload-account-stack.test.ts'] },
    askedBy: { cis7: ['6.1.1'], securityHub: ['EC2.7'], nist80053: ['SC-28'] },
  },
  {
    id: 'OPS-01',
    severity: 'high',
    promise: {
      en: 'Every accepted finding has an owner, a reason and an expiry',
      ja: '受け入れた検出事項には必ず担当者・理由・期限がある',
    },
    implementedBy: ['waivers.yaml', 'gate/waivers.ts', 'constructs/acknowledge.ts'],
    shownBy: { tests: ['test/gate/waivers.test.ts'] },
    askedBy: { nist80053: ['CA-5', 'PM-4'] },
  },
  {
    id: 'OPS-04',
    severity: 'medium',
    promise: {
      en: 'A policy can go to canary units before it goes to every unit and to the root',
      ja: 'ポリシーは、全 OU やルートの前にカナリア OU だけに適用できる',
    },
    implementedBy: ['policies/rollout.ts', 'stacks/management-access-policies-stack.ts'],
    shownBy: { tests: ['test/policies/rollout.test.ts', 'test/stacks/management-access-policies-stack.test.ts'] },
    askedBy: { nist80053: ['CM-3', 'CM-4'] },
  },
];
