import { maciePromptDiscovery as setting } from '../../settings/macie-prompt-discovery';
import { auditId, placeIn, workloadId } from './example-place';
import { expectOnlyPermitted, fakeAws, run, type Script } from './fake-aws';

const listScopes = 'macie2:ListClassificationScopes';
const getScope = 'macie2:GetClassificationScope';
const updateScope = 'macie2:UpdateClassificationScope';
const listJobs = 'macie2:ListClassificationJobs';
const createJob = 'macie2:CreateClassificationJob';
const updateJob = 'macie2:UpdateClassificationJob';

const desired = {
  excludedBuckets: ['trail', 'findings'],
  job: { name: 'example-prompts', buckets: [{ accountId: workloadId, buckets: ['knowledge', 'answers'] }] },
};
const over = (...buckets: string[]) => [{ accountId: workloadId, buckets }];
const weekly = { jobId: 'job-1', name: 'example-prompts', jobStatus: 'IDLE' };

const asDesired: Script = {
  [listScopes]: { classificationScopes: [{ id: 'scope-1', name: 'automated-sensitive-data-discovery' }] },
  [getScope]: { id: 'scope-1', s3: { excludes: { bucketNames: ['findings', 'of-somebody-else', 'trail'] } } },
  [listJobs]: { items: [{ ...weekly, bucketDefinitions: over('answers', 'knowledge') }] },
};
const writes: Script = { [updateScope]: {}, [createJob]: { jobId: 'job-2' }, [updateJob]: {} };

test('changes nothing when all is as desired, in whatever order AWS lists it', async () => {
  const aws = fakeAws(asDesired);
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('leaves out what is missing and keeps what people have left out', async () => {
  const aws = fakeAws({
    ...asDesired,
    ...writes,
    [getScope]: { id: 'scope-1', s3: { excludes: { bucketNames: ['of-somebody-else', 'trail'] } } },
  });
  await run(setting, desired, aws);
  expect(aws.inputs(updateScope)).toEqual([
    { id: 'scope-1', s3: { excludes: { bucketNames: ['findings'], operation: 'ADD' } } },
  ]);
  expect(aws.written()).toEqual([updateScope]);
});

test('inspects the buckets that hold prompts once in full, then every week what is new', async () => {
  const aws = fakeAws({ ...asDesired, ...writes, [listJobs]: { items: [] } });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([createJob]);
  expect(aws.inputs(createJob)[0]).toMatchObject({
    name: 'example-prompts',
    jobType: 'SCHEDULED',
    initialRun: true,
    scheduleFrequency: { weeklySchedule: { dayOfWeek: 'MONDAY' } },
    s3JobDefinition: { bucketDefinitions: over('knowledge', 'answers') },
  });
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('another list of buckets makes a new job, and only then ends the one before', async () => {
  const aws = fakeAws({
    ...asDesired,
    ...writes,
    [listJobs]: {
      items: [
        { ...weekly, bucketDefinitions: over('knowledge') },
        { ...weekly, jobId: 'job-of-others', name: 'payroll', bucketDefinitions: over('payroll') },
      ],
    },
  });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([createJob, updateJob]);
  expect(aws.inputs(updateJob)).toEqual([{ jobId: 'job-1', jobStatus: 'CANCELLED' }]);
});

test('a job that is over does not count as inspecting', async () => {
  const cancelled = { ...weekly, jobStatus: 'CANCELLED', bucketDefinitions: over('answers', 'knowledge') };
  const aws = fakeAws({ ...asDesired, ...writes, [listJobs]: { items: [cancelled] } });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([createJob]);
});

test('no list of buckets ends no job', async () => {
  const aws = fakeAws(asDesired);
  const { differences } = await run(setting, { excludedBuckets: [] }, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('says what comes first where Macie is not started', async () => {
  const aws = fakeAws({ [listScopes]: { classificationScopes: [] } });
  await expect(setting.read(desired, aws.clients)).rejects.toThrow('Apply macie-organization first');
});
