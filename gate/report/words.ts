import type { Text } from '../../policies/policy';
import type { Assurance, FindingState, Severity } from '../finding';
import type { GateExitCode } from '../gate-report';

/** Words of the reports that appear in more than one place. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  critical: { en: 'critical', ja: '緊急' },
  high: { en: 'high', ja: '高' },
  medium: { en: 'medium', ja: '中' },
  low: { en: 'low', ja: '低' },
};

export const stateWords: Readonly<Record<FindingState, Text>> = {
  fail: { en: 'failed', ja: '不適合' },
  unknown: { en: 'unknown', ja: '判定不能' },
  error: { en: 'broke off', ja: '検査の異常' },
};

export const assuranceWords: Readonly<Record<Assurance, Text>> = {
  proved: { en: 'proved in the template', ja: 'テンプレートで確認' },
  asserted: { en: 'asked for; only AWS can confirm', ja: '要求済み（確認は AWS でのみ可能）' },
};

export const verdictWords: Readonly<Record<GateExitCode, Text>> = {
  0: { en: 'Nothing blocks', ja: '合格。妨げるものはありません' },
  1: { en: 'Findings block', ja: '不合格。指摘があります' },
  2: { en: 'Could not evaluate everything', ja: '判定できない項目があります' },
  3: { en: 'The waivers need attention', ja: '免除に問題があります' },
};

export const verdictExplanations: Readonly<Record<GateExitCode, Text>> = {
  0: {
    en: 'Every check ran. What does not comply is accepted by a waiver with an owner, a reason and an expiry.',
    ja: 'すべての検査を実行しました。適合しないものは、担当、理由、期限のある免除で受け入れられています。',
  },
  1: {
    en: 'At least one finding is neither repaired nor accepted.',
    ja: '修正も受け入れもされていない指摘があります。',
  },
  2: {
    en: 'At least one check could not know its answer. Unknown is never counted as passed.',
    ja: '答えの分からない検査があります。判定できないものを合格とは数えません。',
  },
  3: {
    en: 'A waiver has expired, or something is acknowledged that no waiver answers for.',
    ja: '期限切れの免除、または免除のない承認があります。',
  },
};

/** Class of the colour of a verdict. */
export const verdictTones: Readonly<Record<GateExitCode, string>> = { 0: 'pass', 1: 'fail', 2: 'unknown', 3: 'waived' };
