/**
 * A construct id made from a name in kebab case: `deny-leaving-organization` → `DenyLeavingOrganization`. Stable for a name, so that
 * adding a sibling never renames a resource.
 */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, first: string) => first.toUpperCase());
}
