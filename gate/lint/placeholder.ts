/**
 * The first part of a text that waits to be filled in: `<organization-id>`, `{example-region}`, `[ROLE_NAME]`,
 * `${Account}` (a policy variable has a colon, such as `${aws:username}`).
 */
export function placeholderIn(text: string): string | undefined {
  return /<[A-Za-z][^<>]*>|\$?\{\{?[A-Za-z][^{}:]*\}\}?|\[[A-Z][A-Z0-9_-]{2,}\]/.exec(text)?.[0];
}

export function hasPlaceholder(text: string): boolean {
  return placeholderIn(text) !== undefined;
}
