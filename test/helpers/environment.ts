// The template validator costs about 0.9 s and 300 MB once per process. It runs in the gate and in its own test; every
// other test synthesizes without it.
process.env.CDK_VALIDATION = 'false';
// Stack traces of constructs are for people who debug a synthesis; no test reads them, and each takes a while.
process.env.CDK_DISABLE_STACK_TRACE = '1';
