import { gzipSync } from 'node:zlib';
import { decode } from '../../../functions/trail-messages/decode';
import { trailEvent } from '../../helpers/events-of-alerts';

const delivered = (batch: object) => ({
  awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') },
});

test('reads every event of a batch', () => {
  const events = [trailEvent({ eventName: 'StopLogging' }), trailEvent({ eventName: 'DeleteTrail' })];
  const batch = {
    messageType: 'DATA_MESSAGE',
    owner: '111122223333',
    logGroup: '/example/organization-trail',
    logStream: 'o-exampleorg1_444455556666_CloudTrail_ap-northeast-1',
    subscriptionFilters: ['watched-changes'],
    logEvents: events.map((event, index) => ({ id: String(index), timestamp: 1, message: JSON.stringify(event) })),
  };
  expect(decode(delivered(batch))).toEqual(events);
});

test('takes the message by which CloudWatch Logs tests a subscription for no event', () => {
  const control = { messageType: 'CONTROL_MESSAGE', logEvents: [{ id: '', timestamp: 1, message: 'CWL CONTROL' }] };
  expect(decode(delivered(control))).toEqual([]);
});

test.each([{}, { awslogs: {} }, { awslogs: { data: 'not gzip' } }])('does not take %j for an empty batch', (input) => {
  expect(() => decode(input)).toThrow();
});
