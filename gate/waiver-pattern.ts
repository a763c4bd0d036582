/**
 * How a waiver names the findings it accepts.
 *
 * `rule` is a finding's id exactly as the gate prints it, with its pack: a `*` in it is the character `*`, so that a pasted id
 * accepts nothing but itself. Where a part changes from account to account, such as the hash of a logical id, `{any}` stands for it:
 * `AwsSolutions::AwsSolutions-IAM5[Resource::<AuditLog{any}.Arn>:*]`.
 *
 * `stack` and `path` are globs: `*` is anything within one name, `**` is any number of names, none included.
 */
export const anything = '{any}';

export function rulePattern(rule: string): RegExp {
  return new RegExp(`^${rule.split(anything).map(escapeRegExp).join('.+')}$`, 's');
}

export function globPattern(glob: string): RegExp {
  const names = glob.split('/');
  const source = names.map((name, index) => {
    const isLast = index === names.length - 1;
    if (name === '**') return isLast ? '.*' : '(?:[^/]+/)*';
    const text = name.split('*').map(escapeRegExp).join('[^/]*');
    if (isLast) return text;
    // `a/**` accepts `a` itself: a waiver on a construct covers the construct.
    return names[index + 1] === '**' && index + 1 === names.length - 1 ? `${text}(?:/|$)` : `${text}/`;
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
