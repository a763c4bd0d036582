import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { readIngressEnvironment } from './assistant/environment';
import { type HttpRequest, type HttpResponse, type IngressDependencies, ingress } from './assistant/ingress';
import { cachedSecret } from './assistant/secret';
import { sendInput } from './assistant/send-input';

/** Slack waits for three seconds: two attempts of one second, one after the other, still answer in time. */
const limits = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
};

let dependencies: IngressDependencies | undefined;

/**
 * Takes events from Slack through an HTTP API and puts questions into the queue.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export async function handler(request: HttpRequest): Promise<HttpResponse> {
  dependencies ??= fromEnvironment();
  return ingress(request, dependencies);
}

function fromEnvironment(): IngressDependencies {
  const { audience, queueUrl, signingSecretArn } = readIngressEnvironment(process.env);
  const secrets = new SecretsManagerClient(limits);
  const queue = new SQSClient(limits);
  return {
    audience,
    signingSecret: cachedSecret((input) => secrets.send(new GetSecretValueCommand(input)), signingSecretArn, Date.now),
    enqueue: async (question) => void (await queue.send(new SendMessageCommand(sendInput(queueUrl, question)))),
    now: Date.now,
    log: (entry) => console.info(entry),
  };
}
