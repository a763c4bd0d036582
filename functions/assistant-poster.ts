import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readPosterEnvironment } from './assistant/environment';
import { callSlack, type PosterAnswer, type PosterRequest } from './assistant/poster';
import { cachedSecret } from './assistant/secret';
import type { SlackApi } from './assistant/slack';
import { slackWebApi } from './assistant/slack-web-api';

const limits = { maxAttempts: 3, requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true } };

let slack: SlackApi | undefined;

/**
 * Posts in Slack for a worker that has no way to the internet, and looks whether it has posted. It holds the token of the bot and may do
 * nothing else: no model, no table, no queue.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
 */
export async function handler(request: PosterRequest): Promise<PosterAnswer> {
  slack ??= fromEnvironment();
  return callSlack(request, slack);
}

function fromEnvironment(): SlackApi {
  const { botTokenArn } = readPosterEnvironment(process.env);
  const secrets = new SecretsManagerClient(limits);
  return slackWebApi({
    botToken: cachedSecret((input) => secrets.send(new GetSecretValueCommand(input)), botTokenArn, Date.now),
  });
}
