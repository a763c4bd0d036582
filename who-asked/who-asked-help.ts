/** What `ishizue audit who-asked --help` says besides the options. Lines of 80 columns. */
export const whoAskedHelp = `
Examples:
  $ AWS_PROFILE=assistant ishizue audit who-asked            the last 24 hours
  $ ishizue audit who-asked --from 2026-11-01 --to 2026-11-26 \\
      --time-zone Asia/Tokyo --user U0123ABCDEF
  $ ishizue audit who-asked --outcome blocked_input rate_limited --json
  $ ishizue audit who-asked --text --unmask --excel > asked.csv

It asks CloudWatch Logs Insights with credentials of the workload account, and
needs logs:StartQuery and logs:GetQueryResults on the audit log and on the
invocation log; --unmask needs logs:Unmask too. The permission set
prompt-log-reader has them. No prompt is read without --text. A query costs
about $0.0076 per GB of log in the period (Tokyo).

One line per question, newest first: its final record. An outcome that ends in
an ellipsis is not final. What no question of the assistant explains is in a
section of its own, always.

Exit codes:
  0   answered, and every call of a model says who asked
  1   answered, and there are calls that do not
  2   not everything could be found out, or there are no credentials
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;
