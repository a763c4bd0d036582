/**
 * Macie looks where prompts are: the buckets that hold them are inspected in full every week, and the buckets of the log archive, which
 * hold none and are large, are left out of the samples that automated discovery takes.
 *
 * Buckets that people have left out stay out. A job cannot be changed, so a new list of buckets makes a new job and ends the one before.
 * Runs in the administrator account, in each governed region, after `macie-organization`. $1 per GB that a job inspects: everything
 * once, then what is new. Buckets under a customer managed key need a key policy that lets Macie's service-linked role decrypt.
 */

import { everyItem } from './every-item';
import { createJob, current, listed, type ObservedJob, type PromptJob, replaced } from './macie-prompt-job';
import { withoutResource } from './permissions';
import { retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

export interface DesiredMaciePromptDiscovery {
  /** Names of existing buckets of this region that automated discovery leaves out. */
  readonly excludedBuckets: readonly string[];
  /** The weekly job over the buckets that hold prompts. Absent: there are none in this region. */
  readonly job?: PromptJob;
}

export interface ObservedMaciePromptDiscovery {
  readonly scopeId: string;
  readonly excludedBuckets: readonly string[];
  /** The jobs that are not over. */
  readonly jobs: readonly ObservedJob[];
}

const over = ['CANCELLED', 'COMPLETE'];

export const maciePromptDiscovery: Setting<DesiredMaciePromptDiscovery, ObservedMaciePromptDiscovery> = {
  name: 'macie-prompt-discovery',
  reference: 'https://docs.aws.amazon.com/macie/latest/user/discovery-jobs.html',

  permissions: ({ job }, place) => [
    withoutResource(place, [
      'macie2:GetClassificationScope',
      'macie2:ListClassificationJobs',
      'macie2:ListClassificationScopes',
      'macie2:UpdateClassificationScope',
    ]),
    ...(job
      ? [
          {
            actions: ['macie2:CreateClassificationJob', 'macie2:UpdateClassificationJob'],
            // Macie makes the ids of jobs.
            resources: [`arn:${place.partition}:macie2:${place.region}:${place.accountId}:classification-job/*`],
          },
        ]
      : []),
  ],

  async read(_desired, clients) {
    const { classificationScopes } = await retried(clients, () => clients.macie.listClassificationScopes({}));
    const scopeId = classificationScopes?.[0]?.id;
    if (scopeId === undefined) {
      throw new SettingFailed('Macie has no classification scope in this region. Apply macie-organization first.');
    }
    const { s3 } = await retried(clients, () => clients.macie.getClassificationScope({ id: scopeId }));
    const jobs = await everyItem(clients, async (token) => {
      const answer = await clients.macie.listClassificationJobs({ nextToken: token });
      return { items: answer.items, next: answer.nextToken };
    });
    return {
      scopeId,
      excludedBuckets: s3?.excludes?.bucketNames ?? [],
      jobs: jobs
        .filter(({ jobStatus }) => !over.includes(jobStatus ?? ''))
        .flatMap(({ jobId, name, bucketDefinitions = [] }) =>
          jobId && name ? [{ id: jobId, name, buckets: listed(bucketDefinitions) }] : [],
        ),
    };
  },

  differences({ excludedBuckets, job }, observed) {
    return [
      ...missing(excludedBuckets, observed.excludedBuckets).map((bucket) => ({
        what: `excludedBuckets.${bucket}`,
        desired: 'excluded',
        observed: 'sampled',
      })),
      ...(job && !current(job, observed.jobs)
        ? [{ what: `jobs.${job.name}`, desired: listed(job.buckets), observed: 'none' }]
        : []),
      ...replaced(job, observed.jobs).map(({ name, buckets }) => ({
        what: `jobs.${name}`,
        desired: 'cancelled',
        observed: buckets,
      })),
    ];
  },

  async apply({ excludedBuckets, job }, observed, clients) {
    const bucketNames = missing(excludedBuckets, observed.excludedBuckets);
    if (bucketNames.length > 0) {
      const s3 = { excludes: { bucketNames: [...bucketNames], operation: 'ADD' as const } };
      await retried(clients, () => clients.macie.updateClassificationScope({ id: observed.scopeId, s3 }));
    }
    if (job && !current(job, observed.jobs)) await createJob(job, clients);
    for (const { id } of replaced(job, observed.jobs)) {
      await retried(clients, () => clients.macie.updateClassificationJob({ jobId: id, jobStatus: 'CANCELLED' }));
    }
    return {};
  },
};

function missing(desired: readonly string[], observed: readonly string[]): readonly string[] {
  return desired.filter((bucket) => !observed.includes(bucket));
}
