/** What the messages need of a CloudTrail event. Every field may be absent: services write what they have. */
export interface TrailEvent {
  readonly eventID?: string;
  readonly eventTime?: string;
  readonly eventName?: string;
  readonly eventSource?: string;
  readonly eventType?: string;
  readonly awsRegion?: string;
  readonly recipientAccountId?: string;
  readonly errorCode?: string;
  readonly userIdentity?: {
    readonly type?: string;
    readonly arn?: string;
    readonly principalId?: string;
    /** Of people that an identity provider has signed in, who have no ARN. */
    readonly userName?: string;
    readonly invokedBy?: string;
    readonly accountId?: string;
  };
  readonly requestParameters?: Readonly<Record<string, unknown>> | null;
}

/** Who did it, as CloudTrail knows the person, role or service best. */
export function actorOf({ userIdentity = {} }: TrailEvent): string {
  const { arn, userName, invokedBy, principalId, type } = userIdentity;
  return arn ?? userName ?? invokedBy ?? principalId ?? type ?? 'unknown';
}
