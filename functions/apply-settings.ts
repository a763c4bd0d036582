import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clients } from '../settings/clients';
import { type Answer, sendAnswer } from './apply-settings/answer';
import { applySetting } from './apply-settings/apply-setting';
import { deadline } from './apply-settings/deadline';
import { type Progress, reasonOf } from './apply-settings/failure';
import { requestedSettings, type SettingsRequest } from './apply-settings/request';
import { type AwsClients, awsClients, withPacing } from './clients';

/** What the handler needs besides the request; a test gives its own. */
export interface SettingsHandlerProps {
  /** @default clients for the region and role of the function */
  readonly clients?: AwsClients;
  /** Waits so many milliseconds. @default really */
  readonly sleep?: Clients['wait'];
}

/** The part of Lambda's context that is used. */
export interface InvocationContext {
  readonly getRemainingTimeInMillis: () => number;
}

/**
 * Applies settings, one after the other, as a custom resource of CloudFormation.
 *
 * Create and Update apply what the template asks for, also when CloudFormation rolls back to an older template; Delete, and a
 * setting that is no longer asked for, change nothing: nothing is ever disabled. Values are returned as `<setting>.<attribute>`.
 * It always answers, in time, with a reason that says what to do.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html
 */
export function settingsHandler({ clients = awsClients(), sleep = reallySleep }: SettingsHandlerProps = {}) {
  return async (request: SettingsRequest, context: InvocationContext): Promise<void> => {
    const result = await resultOf(request, context, clients, sleep);
    await sendAnswer(request.ResponseURL, { ...addressOf(request), ...result }, sleep);
  };
}

export const handler = settingsHandler();

type Result = Pick<Answer, 'Status' | 'Reason' | 'Data'>;

async function resultOf(
  request: SettingsRequest,
  context: InvocationContext,
  clients: AwsClients,
  sleep: Clients['wait'],
): Promise<Result> {
  if (request.RequestType === 'Delete') {
    console.info({ message: 'deleted: every setting stays as it is' });
    return { Status: 'SUCCESS', Reason: 'Every setting stays as it is.' };
  }
  const progress: Progress = { applied: [] };
  const until = deadline(() => context.getRemainingTimeInMillis(), sleep);
  const applyAll = async (): Promise<Result> => {
    const data: Record<string, string> = {};
    for (const requested of requestedSettings(request)) {
      progress.current = requested.setting.name;
      until.check();
      const attributes = await applySetting(
        requested,
        withPacing(clients, { wait: until.wait, beforeCall: until.check }),
      );
      for (const [name, value] of Object.entries(attributes)) data[`${requested.setting.name}.${name}`] = value;
      progress.applied.push(requested.setting.name);
    }
    return { Status: 'SUCCESS', Reason: `Applied: ${progress.applied.join(', ')}.`, Data: data };
  };
  try {
    return await until.bound(applyAll());
  } catch (error) {
    const Reason = reasonOf(error, progress);
    console.error({ message: 'failed', setting: progress.current, reason: Reason, error });
    return { Status: 'FAILED', Reason };
  }
}

/** The physical id never changes: a new one would make CloudFormation send a Delete for the old one. */
function addressOf({ StackId, RequestId, LogicalResourceId, PhysicalResourceId }: SettingsRequest) {
  return {
    StackId,
    RequestId,
    LogicalResourceId,
    PhysicalResourceId: PhysicalResourceId ?? `settings-${LogicalResourceId}`,
  };
}

async function reallySleep(milliseconds: number): Promise<void> {
  await sleepFor(milliseconds);
}
