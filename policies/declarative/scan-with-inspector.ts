import type { DeclarativeDocument, DeclarativePolicy } from '../policy';

/**
 * Inspector scans Lambda functions in every governed region of every account, and by profile their code, container images and
 * instances. Members cannot switch it off. Both region lists are mandatory, and a disabled region wins.
 *
 * Lambda packages cost about $0.30 per function and month, code about $0.60 more, images about $0.09 each.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inspector_syntax.html
 */
export const scanWithInspector: DeclarativePolicy = {
  id: 'scan-with-inspector',
  type: 'INSPECTOR_POLICY',
  title: { en: 'Inspector scans every account', ja: 'すべてのアカウントを Inspector がスキャンする' },
  why: {
    en: 'A vulnerable package in a function that may call a model is the shortest way to the model. New accounts are covered without anybody remembering.',
    ja: 'モデルを呼べる関数に脆弱なパッケージがあれば、そこがモデルへの最短経路になる。新しいアカウントも自動的に対象となる。',
  },
  content: ({ governedRegions, inspector }) => {
    const on: DeclarativeDocument = {
      enable_in_regions: { '@@assign': governedRegions },
      disable_in_regions: { '@@assign': [] },
    };
    return {
      inspector: {
        enablement: {
          lambda_standard_scanning: { ...on, ...(inspector.codeScanning ? { lambda_code_scanning: on } : {}) },
          ...(inspector.servers ? { ec2_scanning: on, ecr_scanning: on } : {}),
        },
      },
    };
  },
};
