import type { Trail } from '@aws-sdk/client-cloudtrail';
import { namesOf } from '../../config/names';
import type { Answer } from '../answer';
import type { Question } from '../question';
import type { Survey } from '../survey';

/** A hard limit of a region; a trail of all regions counts in each. */
const mostTrails = 5;

/**
 * Which trails of the organization there are. The first copy of management events is free, every other costs.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
export const organizationTrails: Question = {
  id: 'organization-trails',
  title: { en: 'Organization trails', ja: '組織の証跡' },
  about: 'management-account',

  async ask(survey) {
    const { organization, reads } = survey;
    const { trailArn } = namesOf(organization);
    const trails = await reads.trails();
    const own = trails.find(({ TrailARN }) => TrailARN === trailArn);
    const others = trails.filter((trail) => trail.IsOrganizationTrail === true && trail !== own);
    const recording: Trail[] = [];
    for (const trail of others) if (await reads.recordsManagementEvents(trail)) recording.push(trail);
    const seen = recording.map(({ Name, HomeRegion }) => `${Name} (${HomeRegion})`).join(', ');
    return [
      ...(own ? [judgeOwn(own, survey)] : plan(survey, trails)),
      ...(organization.controlTower ? [judgeControlTowerTrail(seen)] : judgeSecondCopy(seen, own !== undefined)),
    ];
  },
};

function judgeOwn({ Name, S3BucketName, IsOrganizationTrail }: Trail, { organization }: Survey): Answer {
  const { trailBucket } = namesOf(organization);
  if (IsOrganizationTrail === true && S3BucketName === trailBucket) {
    return {
      state: 'ok',
      found: { en: `${Name} is the baseline's own.`, ja: `${Name} はこのベースラインのものです。` },
    };
  }
  return {
    state: 'blocker',
    found: {
      en: `A trail named ${Name} exists and writes to ${S3BucketName}; the baseline's trail of that name cannot be created.`,
      ja: `${Name} という証跡が既にあり、${S3BucketName} に書いています。同名の証跡は作成できません。`,
    },
    advice: {
      en: 'Rename or delete that trail, or choose another name of the organization in the configuration.',
      ja: 'その証跡を削除するか名前を変えるか、設定の組織名 (name) を変えてください。',
    },
  };
}

function plan({ organization }: Survey, trails: readonly Trail[]): Answer[] {
  const { homeRegion, controlTower, services } = organization;
  if (controlTower && !services.bedrockDataEvents) return [];
  const inHomeRegion = trails.filter((trail) => trail.HomeRegion === homeRegion || trail.IsMultiRegionTrail === true);
  if (inHomeRegion.length >= mostTrails) {
    return [
      {
        state: 'blocker',
        found: {
          en: `${homeRegion} has ${inHomeRegion.length} trails, and ${mostTrails} are the limit: ${inHomeRegion.map(({ Name }) => Name).join(', ')}`,
          ja: `${homeRegion} の証跡は ${inHomeRegion.length} 本で、上限の ${mostTrails} 本に達しています: ${inHomeRegion.map(({ Name }) => Name).join('、')}`,
        },
        advice: { en: 'Delete a trail that nobody needs.', ja: '不要な証跡を削除してください。' },
      },
    ];
  }
  return [
    {
      state: 'create',
      found: controlTower
        ? { en: 'A trail of Bedrock data events is created.', ja: 'Bedrock のデータイベントの証跡を作成します。' }
        : { en: 'The organization trail is created.', ja: '組織の証跡を作成します。' },
    },
  ];
}

function judgeControlTowerTrail(seen: string): Answer {
  if (seen !== '') {
    return {
      state: 'skip',
      found: {
        en: `Management events are recorded by ${seen}; the baseline does not record them again.`,
        ja: `管理イベントは ${seen} が記録しています。ベースラインは重ねて記録しません。`,
      },
    };
  }
  return {
    state: 'blocker',
    found: {
      en: 'With controlTower: true the baseline leaves management events to the trail of Control Tower, and no organization trail records them.',
      ja: 'controlTower: true では管理イベントを Control Tower の証跡に任せますが、記録している組織の証跡がありません。',
    },
    advice: {
      en: 'Switch on centralized logging in the landing zone settings of Control Tower, or set controlTower: false.',
      ja: 'Control Tower のランディングゾーン設定でログの集約を有効にするか、controlTower: false にしてください。',
    },
  };
}

function judgeSecondCopy(seen: string, deployed: boolean): Answer[] {
  if (seen === '') return [];
  return [
    {
      state: 'warning',
      found: {
        en: `${seen} also records the management events of every account: every copy after the first costs $2 per 100,000 events.`,
        ja: `${seen} も全アカウントの管理イベントを記録します。2 つ目からのコピーには 10 万イベントあたり 2 ドルかかります。`,
      },
      advice: deployed
        ? {
            en: "Stop it once the baseline's trail has delivered for a day, if nobody else reads it.",
            ja: 'ベースラインの証跡が 1 日配信したら、ほかに使う人がいなければ停止してください。',
          }
        : {
            en: "Deploy the baseline's trail first; a day later, stop this one if nobody else reads it. Its old logs stay.",
            ja: '先にベースラインの証跡をデプロイし、1 日後、ほかに使う人がいなければ停止してください。古いログは残ります。',
          },
    },
  ];
}
