import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';

/** Longer than any organization takes; then something is broken, and waiting longer helps nobody. */
const patienceMilliseconds = 10 * 60 * 1000;

type Answer =
  | { readonly error: string }
  | {
      readonly violations: PolicyViolation[];
      readonly version: string;
      readonly rules: number;
      readonly templates: number;
    };

/**
 * CloudFormation Validate in a thread of its own. Its engine takes as long to start as the whole organization takes to synthesize, and
 * as long to judge as cdk-nag does: on two cores neither waits for the other.
 *
 * Register `start` before the other plug-ins and `plugin` after them. CDK adds its own validator unless the environment has
 * `CDK_VALIDATION=false`, which whoever makes one of these sets.
 */
export class TemplateValidation {
  private readonly worker: Worker;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private port?: MessagePort;
  private judged = { rules: 0, templates: 0 };

  /** Starts the thread. Nothing of the CDK is loaded in this one. */
  constructor() {
    // The engine is 9 MB of WebAssembly that runs once: without the optimizing compiler it takes 130 MB less, and starts sooner.
    for (const flag of ['--liftoff-only', '--wasm-lazy-compilation']) setFlagsFromString(flag);
    this.worker = new Worker(join(__dirname, 'template-validation-worker.js'), { execArgv: [] });
    this.worker.unref();
  }

  /** Hands the templates over; reports nothing itself. */
  readonly start: IPolicyValidationPlugin = {
    name: 'CloudFormation Validate starts',
    validate: ({ stackTemplates }) => {
      const { port1, port2 } = new MessageChannel();
      this.port = port1;
      this.worker.postMessage({ stackTemplates: [...stackTemplates], port: port2, signal: this.signal }, [port2]);
      return { success: true, violations: [] };
    },
  };

  /** Waits for the judgement. Throws when there is none, which CDK reports as the failure of the plug-in. */
  readonly plugin: IPolicyValidationPlugin = {
    name: 'CloudFormation Validate',
    validate: () => this.report(),
  };

  /** What was judged: a plug-in without findings is missing from CDK's report, as if it had never run. */
  toRecord(): { readonly pack: string; readonly rules: number; readonly templates: number } {
    return { pack: this.plugin.name, ...this.judged };
  }

  private report(): PolicyValidationPluginReport {
    if (!this.port) throw new Error('it was not started');
    Atomics.wait(this.signal, 0, 0, patienceMilliseconds);
    const answer = receiveMessageOnPort(this.port)?.message as Answer | undefined;
    void this.worker.terminate();
    if (!answer) throw new Error(`it has not answered for ${patienceMilliseconds / 60_000} minutes`);
    if ('error' in answer) throw new Error(answer.error);
    const { violations, rules, templates } = answer;
    this.judged = { rules, templates };
    const success = violations.every(({ severity }) => severity !== 'error' && severity !== 'fatal');
    return { success, violations, pluginVersion: answer.version };
  }
}
