import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface SlackHttpApiProps {
  readonly apiName: string;
  readonly ingress: IFunction;
  /** Log group of who called from where; API Gateway adds its permission by itself to names below `/aws/vendedlogs/`. */
  readonly accessLogGroupName: string;
  readonly logKey: IKey;
  readonly logRetentionDays: number;
}

/** Requests a second, and at once. A busy workspace mentions the assistant a few times a minute. */
const throttling = { throttlingRateLimit: 10, throttlingBurstLimit: 20 };

/** Who called, from where, and what became of it; nothing that was sent. */
const accessLogFormat = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latency: '$context.responseLatency',
};

/**
 * The one address of the assistant on the internet: one method, one path, throttled, every call on record. No CORS: browsers have no
 * business here. Slack proves itself by a signature over the body, which an authorizer would not see. $1.29 per million calls in Tokyo.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
 */
export class SlackHttpApi extends Construct {
  /** What goes into the Slack app as its request URL. */
  readonly requestUrl: string;

  constructor(scope: Construct, id: string, props: SlackHttpApiProps) {
    super(scope, id);
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: props.accessLogGroupName,
      encryptionKey: props.logKey,
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const api = new HttpApi(this, 'Api', { apiName: props.apiName, createDefaultStage: false });
    api.addRoutes({
      path: '/slack/events',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('Ingress', props.ingress),
    });
    new CfnStage(this, 'Stage', {
      apiId: api.apiId,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: throttling,
      accessLogSettings: { destinationArn: accessLog.logGroupArn, format: JSON.stringify(accessLogFormat) },
    });
    this.requestUrl = `${api.apiEndpoint}/slack/events`;
  }
}
