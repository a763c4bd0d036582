import type { Organization } from '../../config/resolve-organization';
import type { Answer } from '../answer';
import { deploymentPlaces, nameOf, type Place } from '../places';
import type { Question } from '../question';
import type { Survey } from '../survey';
import { isNamed } from '../unanswered';

/**
 * The oldest bootstrap that the CDK deploys such stacks to. A test compares it with what the CDK writes into its manifest.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export const oldestBootstrap = 6;

/** Whether each account is ready for the CDK in each region that something is deployed to. */
export const bootstrap: Question = {
  id: 'bootstrap',
  title: { en: 'CDK bootstrap', ja: 'CDK ブートストラップ' },
  about: 'management-account',

  ask(survey) {
    return survey.askEach(deploymentPlaces(survey.organization), nameOf, async (place) => [await judge(place, survey)]);
  },
};

async function judge(place: Place, survey: Survey): Promise<Answer> {
  try {
    const { bootstrapQualifier } = survey.organization;
    const Name = `/cdk-bootstrap/${bootstrapQualifier}/version`;
    const { Parameter } = await survey.clientsAt(place).ssm().getParameter({ Name });
    const version = Number(Parameter?.Value);
    if (version >= oldestBootstrap) {
      return { state: 'ok', found: { en: `version ${version}`, ja: `バージョン ${version}` } };
    }
    return {
      state: 'blocker',
      found: {
        en: `The version is ${Parameter?.Value}; the CDK needs ${oldestBootstrap} or newer.`,
        ja: `バージョンが ${Parameter?.Value} です。CDK には ${oldestBootstrap} 以上が必要です。`,
      },
      advice: bootstrapAgain(survey.organization, place),
    };
  } catch (error) {
    if (isNamed(error, 'ParameterNotFound')) return missing(survey.organization, place);
    throw error;
  }
}

function missing(organization: Organization, place: Place): Answer {
  return {
    state: 'blocker',
    found: { en: 'It is not bootstrapped.', ja: 'ブートストラップされていません。' },
    advice: bootstrapAgain(organization, place),
  };
}

/** The same for every place, so that a hundred accounts make one item. */
function bootstrapAgain({ bootstrapQualifier, accounts }: Organization, { account }: Place) {
  const options = [
    ...(bootstrapQualifier === 'hnb659fds' ? [] : ['--qualifier', bootstrapQualifier]),
    ...(account.id === accounts.management.id ? [] : ['--trust-for-lookup', accounts.management.id]),
  ];
  const command = ['npx cdk bootstrap aws://ACCOUNT/REGION', ...options].join(' ');
  return {
    en: `In each of them, with an administrator of the account: ${command}`,
    ja: `それぞれのアカウントの管理者として実行: ${command}`,
  };
}
