// Plain JavaScript, so that the thread starts without a compiler: it has to be ready by the time the templates are.
const { parentPort } = require('node:worker_threads');
const { CloudFormationValidatePlugin } = require('aws-cdk-lib');

let plugin;
let failure;
try {
  // The default rules are about Amazon GameLift only, and the engine that runs them takes a third of the start.
  plugin = new CloudFormationValidatePlugin({ includeDefaultRules: false });
} catch (error) {
  failure = messageOf(error);
}

parentPort.on('message', ({ stackTemplates, port, signal }) => {
  port.postMessage(answer(stackTemplates));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/**
 * Validates one stack at a time: the plugin gives every resource that breaks a rule the words of the first one it found, and so the
 * words stay in the stack they are about.
 */
function answer(stackTemplates) {
  if (failure !== undefined) return { error: failure };
  try {
    const violations = stackTemplates.flatMap(
      (stackTemplate) =>
        plugin.validate({ stackTemplates: [stackTemplate], templatePaths: [stackTemplate.templatePath] }).violations,
    );
    return { violations, version: plugin.version, rules: plugin.ruleIds.length, templates: stackTemplates.length };
  } catch (error) {
    return { error: messageOf(error) };
  }
}

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
