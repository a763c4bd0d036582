import { type CfnResource, Stack } from 'aws-cdk-lib';
import type { JudgedResource } from './records';

/** Describes every resource once, for all packs: resolving a logical id is not free, and 300 stacks have thousands. */
export class ResourceRegistry {
  private readonly known = new WeakMap<CfnResource, JudgedResource>();

  describe(node: CfnResource): JudgedResource {
    const found = this.known.get(node);
    if (found) return found;
    const stack = Stack.of(node);
    const described: JudgedResource = {
      stack: stack.artifactId,
      path: node.node.path,
      logicalId: String(stack.resolve(node.logicalId)),
      type: node.cfnResourceType,
    };
    this.known.set(node, described);
    return described;
  }
}
