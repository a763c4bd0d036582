import { defaultRegions } from '../../config/regions';
import { rolesLike } from '../../policies/example-roles';
import type { QuestionPlace, SecurityQuestion } from './security-question';

const iam = ({ account, facts }: QuestionPlace, resource: string) =>
  `arn:${facts.partition}:iam::${account.id}:${resource}`;

/** Questions about the account, its people and its data. */
export const accountQuestions: readonly SecurityQuestion[] = [
  {
    id: 'leave-the-organization',
    asks: {
      en: 'take the account out of the organization, or close it',
      ja: 'アカウントを組織から離脱させる、または解約する',
    },
    requests: ({ account, facts }) => [
      { action: 'organizations:LeaveOrganization', resource: '*' },
      { action: 'account:CloseAccount', resource: `arn:${facts.partition}:account::${account.id}:account` },
    ],
  },
  {
    id: 'use-the-root-user',
    asks: { en: 'work as the root user', ja: 'ルートユーザーで操作する' },
    requests: (place) => [{ who: 'root', action: 'iam:CreateRole', resource: iam(place, 'role/another') }],
  },
  {
    id: 'make-lasting-credentials',
    asks: { en: 'make an IAM user or an access key', ja: 'IAM ユーザーやアクセスキーを作成する' },
    requests: (place) => [
      { action: 'iam:CreateUser', resource: iam(place, 'user/another') },
      { action: 'iam:CreateAccessKey', resource: iam(place, 'user/another') },
    ],
  },
  {
    id: 'take-an-exemption',
    asks: { en: 'make or change a role that policies exempt', ja: 'ポリシーの例外となるロールを作成・変更する' },
    requests: ({ account, facts }) =>
      rolesLike(facts.administrationRoleArns, account.id).flatMap((resource) => [
        {
          action: 'iam:CreateRole',
          resource,
          context: { 'iam:PermissionsBoundary': facts.permissionsBoundaryArn(account.id) },
        },
        { action: 'iam:UpdateAssumeRolePolicy', resource },
      ]),
  },
  {
    id: 'make-an-unbounded-role',
    asks: { en: 'make a role without the permissions boundary', ja: 'アクセス許可の境界のないロールを作成する' },
    requests: (place) => [{ action: 'iam:CreateRole', resource: iam(place, 'role/another') }],
  },
  {
    id: 'work-in-another-region',
    asks: { en: 'run something outside the governed regions', ja: '統制対象外のリージョンで何かを動かす' },
    requests: ({ account, facts }) =>
      defaultRegions
        .filter((region) => !facts.governedRegions.includes(region))
        .map((region) => ({
          action: 'ec2:RunInstances',
          resource: `arn:${facts.partition}:ec2:${region}:${account.id}:instance/i-0123456789abcdef0`,
        })),
  },
  {
    id: 'share-with-a-stranger',
    asks: { en: 'open a bucket to somebody outside the organization', ja: 'バケットを組織外の第三者に開放する' },
    requests: ({ facts }) => [
      { who: 'stranger', action: 's3:GetObject', resource: `arn:${facts.partition}:s3:::customer-files/contract.pdf` },
    ],
  },
  {
    id: 'send-in-clear',
    asks: { en: 'reach a bucket without encryption on the way', ja: 'バケットに暗号化されていない通信でアクセスする' },
    requests: ({ facts }) => [
      {
        action: 's3:GetObject',
        resource: `arn:${facts.partition}:s3:::customer-files/contract.pdf`,
        context: { 'aws:SecureTransport': 'false' },
      },
    ],
  },
];
