import type { Template } from './rule';
import { isObject } from './template-value';

type Properties = Readonly<Record<string, unknown>>;

/** Whether a value is a reference to a resource of the same template. */
export function refersTo(value: unknown, logicalId: string): boolean {
  if (!isObject(value)) return false;
  const attribute = value['Fn::GetAtt'];
  const target = Array.isArray(attribute) ? attribute[0] : typeof attribute === 'string' ? attribute.split('.')[0] : '';
  return value.Ref === logicalId || target === logicalId;
}

/** Properties of the bucket policies in the template that belong to a bucket, by reference or by name. */
export function bucketPoliciesOf(logicalId: string, bucket: Properties, template: Template): Properties[] {
  return Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::S3::BucketPolicy')
    .map(({ Properties = {} }) => Properties)
    .filter(
      ({ Bucket }) => refersTo(Bucket, logicalId) || (typeof Bucket === 'string' && Bucket === bucket.BucketName),
    );
}
