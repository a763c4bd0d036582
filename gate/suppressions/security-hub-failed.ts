/** Security Hub answered, and said in its answer that it did not do what it was asked. */
export class SecurityHubFailed extends Error {
  override readonly name = 'SecurityHubFailed';
}
