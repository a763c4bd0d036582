import { approvedCalls } from '../example-model-calls';
import { administratorRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * Contracts about models are signed by those who may sign: license agreements, use-case forms, Marketplace subscriptions.
 *
 * It does not keep anybody from calling a model: the first call agrees by itself where the caller may subscribe. What stops
 * an unapproved model is `limit-bedrock-models`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
export const limitModelAgreements: OrganizationPolicy = {
  id: 'limit-model-agreements',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Only procurement agrees to licenses of models',
    ja: 'モデルの契約に同意できるのは調達の担当者だけ',
  },
  why: {
    en: 'A click on a license binds the company, and a subscription on Marketplace is billed outside the budget for Amazon Bedrock.',
    ja: '使用許諾への同意は会社を拘束し、Marketplace のサブスクリプションは Amazon Bedrock の予算の外で請求される。',
  },
  statements: ({ procurementRoleArns }) => [
    {
      Sid: 'LimitModelAgreements',
      Effect: 'Deny',
      Action: [
        'aws-marketplace:AcceptAgreementRequest',
        'aws-marketplace:CreateAgreementRequest',
        'aws-marketplace:Subscribe',
        'bedrock:CreateFoundationModelAgreement',
        'bedrock:PutFoundationModelEntitlement',
        'bedrock:PutUseCaseForModelAccess',
      ],
      // None of the actions has a resource.
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': procurementRoleArns } },
    },
  ],
  denied: (facts) => [
    {
      says: {
        en: 'A developer accepts the license of a new model',
        ja: '開発者が新しいモデルの使用許諾に同意する',
      },
      principal: developerRole(facts),
      action: 'bedrock:CreateFoundationModelAgreement',
      resource: '*',
      likewise: { actions: ['bedrock:PutFoundationModelEntitlement', 'bedrock:PutUseCaseForModelAccess'] },
    },
    {
      says: {
        en: 'An administrator subscribes to a product on Marketplace',
        ja: '管理者が Marketplace の製品をサブスクライブする',
      },
      principal: administratorRole(facts),
      action: 'aws-marketplace:Subscribe',
      resource: '*',
      likewise: { actions: ['aws-marketplace:AcceptAgreementRequest', 'aws-marketplace:CreateAgreementRequest'] },
    },
  ],
  allowed: (facts) => [
    ...rolesLike(facts.procurementRoleArns, facts.workloadAccountId).map((principal) => ({
      says: { en: 'Procurement accepts the license of a model', ja: '調達の担当者がモデルの使用許諾に同意する' },
      principal,
      action: 'bedrock:CreateFoundationModelAgreement',
      resource: '*',
    })),
    {
      says: {
        en: 'A developer reads which agreements a model has',
        ja: '開発者がモデルの契約条件を確認する',
      },
      principal: developerRole(facts),
      action: 'bedrock:ListFoundationModelAgreementOffers',
      resource: '*',
    },
    ...approvedCalls(facts).slice(0, 1),
  ],
};
