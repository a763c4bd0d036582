/** What `ishizue logs validate --help` says besides the options. Lines of 80 columns. */
export const validateHelp = `
Examples:
  $ ishizue logs validate s3://BUCKET --from 2026-11-26 --to 2026-11-27
  $ aws s3 sync s3://BUCKET copy && ishizue logs validate copy
  $ ishizue logs validate copy --keys keys.json     offline

A copy on disk has no signatures. Every digest but the newest is proven by the
one that follows it; for the newest of each account and region, save the
metadata beside it:
  $ aws s3api head-object --bucket BUCKET --key KEY --query Metadata \\
      > copy/KEY.metadata.json

Exit codes:
  0   valid: every file is what CloudTrail delivered
  1   invalid: files were changed, removed or added; each is named
  2   unknown: a key or signature is not at hand, or nothing could be listed
  64  a mistake in the options
  70  a bug in ishizue`;
