import { gzipSync } from 'node:zlib';
import { handler } from '../../functions/trail-messages';
import { trailEvent } from '../helpers/events-of-alerts';

const batch = {
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        logEvents: [
          {
            message: JSON.stringify(trailEvent({ eventSource: 'cloudtrail.amazonaws.com', eventName: 'StopLogging' })),
          },
        ],
      }),
    ).toString('base64'),
  },
};

afterEach(() => {
  process.env.MESSAGE_LANGUAGE = undefined;
});

test('says what a batch shows, in the language of the organization, and once', async () => {
  process.env.MESSAGE_LANGUAGE = 'ja';
  expect((await handler(batch)).content?.title).toBe(
    'CloudTrail の証跡が変更・停止・削除されました：アカウント 444455556666',
  );
  expect(await handler(batch)).toEqual({});
});

test('fails where it does not know the language, so that the batch is put aside', async () => {
  process.env.MESSAGE_LANGUAGE = 'fr';
  await expect(handler(batch)).rejects.toThrow('MESSAGE_LANGUAGE is fr');
});
