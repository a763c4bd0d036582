/** Who called: a role session, a user, the root user, or a service on its own. */
export const principal = 'coalesce(useridentity.arn, useridentity.principalid, useridentity.invokedby)';

/** What became of the call. */
export const outcome = "coalesce(errorcode, 'succeeded')";

/**
 * A call that asks a model for an answer. A stream is recorded a second time when it ends, as a service event with the number of its
 * tokens, which is no call. The endpoint `bedrock-mantle` records inference as data events, the rest as management events.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-cloudtrail-mantle.html
 */
export const modelCall = `eventtype = 'AwsApiCall'
  AND (
    (eventsource = 'bedrock.amazonaws.com' AND eventname IN (
      'Converse', 'ConverseStream', 'InvokeModel', 'InvokeModelWithBidirectionalStream', 'InvokeModelWithResponseStream', 'StartAsyncInvoke'
    ))
    OR (eventsource = 'bedrock-mantle.amazonaws.com' AND eventcategory = 'Data' AND eventname LIKE 'Create%')
  )`;

/** What the caller named as the model: a model, an inference profile, or the ARN of either. */
const named =
  "coalesce(json_extract_scalar(requestparameters, '$.modelId'), json_extract_scalar(requestparameters, '$.model'))";

/** First segments of the ids of inference profiles. https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const geography = '(?:apac|au|ca|eu|global|jp|sa|us|us-gov)[.]';

/** The model without the geography of its profile; of an application inference profile, the id of the profile. */
export const model = `nullif(regexp_extract(${named}, '^(?:.*/)?(?:${geography})?([^/]+)$', 1), '')`;

/** The inference profile, or nothing when the model was called in one region. */
export const inferenceProfile = `coalesce(
    nullif(regexp_extract(${named}, 'inference-profile/(.+)$', 1), ''),
    nullif(regexp_extract(${named}, '^(${geography}.+)$', 1), '')
  )`;

/** The region in which the model ran. Recorded only where it is not the region of the call. */
export const ranIn = "coalesce(json_extract_scalar(additionaleventdata, '$.inferenceRegion'), awsregion)";
