import type { PermissionSet } from '../permission-set';
import { platformAdministrator } from './platform-administrator';

/** Deploys the stacks of the management account, as `platform-administrator` does those of the others. */
export const managementDeployer: PermissionSet = {
  ...platformAdministrator,
  name: 'management-deployer',
  title: {
    en: 'Deploys the baseline in the management account with the AWS CDK',
    ja: 'AWS CDK で管理アカウントのベースラインをデプロイする',
  },
  why: {
    en: 'Policies of the organization are deployed from the management account. The right to do so is given by itself, never along with a workload.',
    ja: '組織のポリシーは管理アカウントからデプロイする。その権限は単独で付与し、ワークロードの権限に含めない。',
  },
};
