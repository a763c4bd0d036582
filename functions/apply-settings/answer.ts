/**
 * What CloudFormation wants to hear about a custom resource.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export interface Answer {
  readonly Status: 'SUCCESS' | 'FAILED';
  /** For people; shown in the stack's events. */
  readonly Reason: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  /** Values for `Fn::GetAtt`. */
  readonly Data?: Readonly<Record<string, string>>;
}

/** CloudFormation takes no longer body, and does not say so: the stack would wait until its time is up. */
const longestBody = 4_096;

/** S3 refused the answer. */
class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

const pauses = [1_000, 2_000, 4_000, 8_000];

/**
 * Sends the answer to the presigned URL of the request; repeats when S3 or the network fails. Throws when nothing helps: Lambda
 * then runs the function again, and so does not leave the stack without an answer.
 */
export async function sendAnswer(
  url: string,
  answer: Answer,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const body = bodyOf(answer);
  for (const pause of pauses) {
    try {
      return await put(url, body);
    } catch (error) {
      // The name only: a message may quote the URL, which is a secret.
      console.warn({ message: 'the answer was not taken; trying again', error: (error as Error).name });
      await sleep(pause);
    }
  }
  return put(url, body);
}

/** The answer as JSON of at most 4 KB. Values that do not fit are a failure; a reason that does not fit is cut. */
export function bodyOf(answer: Answer): string {
  const body = JSON.stringify(answer);
  if (Buffer.byteLength(body) <= longestBody) return body;
  const { Data, ...rest } = answer;
  if (Data && answer.Status === 'SUCCESS') {
    const bytes = Buffer.byteLength(JSON.stringify(Data));
    const Reason = `The settings were applied, but return ${bytes} bytes of values and CloudFormation takes ${longestBody} in all.`;
    return bodyOf({ ...rest, Status: 'FAILED', Reason: `${Reason} Ask for fewer settings in one stack.` });
  }
  let reason = [...answer.Reason].slice(0, longestBody);
  const cut = () => JSON.stringify({ ...rest, Reason: `${reason.join('')}…` });
  while (Buffer.byteLength(cut()) > longestBody && reason.length > 0) {
    reason = reason.slice(0, Math.floor(reason.length * 0.9));
  }
  return cut();
}

async function put(url: string, body: string): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    body: Buffer.from(body),
    // The signature of the URL covers an empty content type.
    headers: { 'content-type': '' },
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new NotTaken(`S3 answered ${response.status}`);
}
