import type { Clients } from './clients';
import { retried } from './retry';

/** The weekly job over the buckets that hold prompts. */
export interface PromptJob {
  /** Jobs with other names are not touched. */
  readonly name: string;
  readonly buckets: readonly { readonly accountId: string; readonly buckets: readonly string[] }[];
}

export interface ObservedJob {
  readonly id: string;
  readonly name: string;
  /** `<account>/<bucket>`, sorted. */
  readonly buckets: readonly string[];
}

/** The job over exactly the desired buckets. */
export function current(job: PromptJob, jobs: readonly ObservedJob[]): ObservedJob | undefined {
  const wanted = listed(job.buckets).join();
  return jobs.find(({ name, buckets }) => name === job.name && buckets.join() === wanted);
}

/** The other jobs of this setting. None while no list is desired: nothing is ever only switched off. */
export function replaced(job: PromptJob | undefined, jobs: readonly ObservedJob[]): readonly ObservedJob[] {
  if (!job) return [];
  const kept = current(job, jobs);
  return jobs.filter(({ id, name }) => name === job.name && id !== kept?.id);
}

export function listed(
  definitions: readonly { readonly accountId?: string; readonly buckets?: readonly string[] }[],
): string[] {
  return definitions.flatMap(({ accountId, buckets = [] }) => buckets.map((name) => `${accountId}/${name}`)).sort();
}

export async function createJob(job: PromptJob, clients: Clients): Promise<void> {
  await retried(clients, () =>
    clients.macie.createClassificationJob({
      name: job.name,
      description: 'Buckets that hold prompts, answers or what they are made from',
      jobType: 'SCHEDULED',
      initialRun: true,
      scheduleFrequency: { weeklySchedule: { dayOfWeek: 'MONDAY' } },
      managedDataIdentifierSelector: 'RECOMMENDED',
      s3JobDefinition: {
        bucketDefinitions: job.buckets.map(({ accountId, buckets }) => ({ accountId, buckets: [...buckets] })),
      },
    }),
  );
}
