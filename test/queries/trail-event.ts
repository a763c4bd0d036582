import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const organizationId = 'o-exampleorg1';
export const assistantAccount = '444455556666';
export const logArchiveAccount = '222233334444';

/** One event as CloudTrail writes it. */
export interface TrailEvent extends Record<string, unknown> {
  readonly userIdentity: Record<string, unknown>;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
}

export function role(name: string, session: string, account = assistantAccount): Record<string, unknown> {
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLEROLE000001:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    accountId: account,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLEROLE000001',
        arn: `arn:aws:iam::${account}:role/${name}`,
        accountId: account,
        userName: name,
      },
      attributes: { mfaAuthenticated: 'false', creationDate: '2026-11-24T00:00:00Z' },
    },
  };
}

/** An event of the assistant account in Tokyo at noon of the 24th, with what the test is about replaced. */
export function event(over: Partial<TrailEvent> & Pick<TrailEvent, 'eventSource' | 'eventName'>): TrailEvent {
  const account = over.recipientAccountId ?? assistantAccount;
  return {
    eventVersion: '1.11',
    userIdentity: role('assistant', 'session', account),
    eventTime: '2026-11-24T12:00:00Z',
    awsRegion: 'ap-northeast-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: 'aws-sdk-js/3',
    requestParameters: null,
    responseElements: null,
    requestID: '11111111-2222-3333-4444-555555555555',
    eventID: '66666666-7777-8888-9999-000000000000',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    ...over,
  };
}

/** Writes events where the organization trail would put them: a gzip file for each account, region and day. */
export function writeArchive(root: string, events: readonly TrailEvent[]): void {
  const files = new Map<string, TrailEvent[]>();
  for (const found of events) {
    const key = [found.recipientAccountId, found.awsRegion, found.eventTime.slice(0, 10)].join(' ');
    files.set(key, [...(files.get(key) ?? []), found]);
  }
  for (const [key, records] of files) {
    const [account = '', region = '', day = ''] = key.split(' ');
    const folder = join(root, 'AWSLogs', organizationId, account, 'CloudTrail', region, ...day.split('-'));
    mkdirSync(folder, { recursive: true });
    const name = `${account}_CloudTrail_${region}_${day.replaceAll('-', '')}T1205Z_Ab3dEf6hIj9kLm2n.json.gz`;
    writeFileSync(join(folder, name), gzipSync(JSON.stringify({ Records: records })));
  }
}
