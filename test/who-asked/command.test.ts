import { Command } from 'commander';
import { registerAuditWhoAsked } from '../../who-asked/who-asked-command';
import { rememberingTerminal } from '../terminal/remembering-terminal';

function command() {
  const root = new Command('ishizue').exitOverride().configureOutput({ writeErr: () => {} });
  const audit = root.command('audit').exitOverride();
  const exitCodes: number[] = [];
  const { terminal, written } = rememberingTerminal();
  const surroundings = {
    terminal,
    tool: 'ishizue',
    version: '0',
    configurationFile: 'nowhere/organization.ts',
    language: 'en' as const,
    setExitCode: (code: number) => void exitCodes.push(code),
  };
  registerAuditWhoAsked(audit, surroundings);
  return { root, audit, written, exitCodes };
}

describe('ishizue audit who-asked', () => {
  test('shows examples and what its exit codes mean, in 80 columns', () => {
    let help = '';
    const [whoAsked] = command().audit.commands;
    whoAsked?.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 80 }).outputHelp();
    expect(help).toContain('$ ishizue audit who-asked --text --unmask --excel > asked.csv');
    for (const code of [0, 1, 2, 64, 70]) expect(help).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('ends 64 with every mistake of the options and of the configuration', async () => {
    const { root, written, exitCodes } = command();
    await root.parseAsync(['node', 'ishizue', 'audit', 'who-asked', '--user', 'Alice Smith', '--to', '2026-11-31']);
    expect(exitCodes).toEqual([64]);
    expect(written.error).toMatch(/^--user Alice Smith: is no id of a Slack user/);
    expect(written.error).toMatch(/^--to 2026-11-31: is no day/m);
    expect(written.error).toMatch(/^nowhere\/organization.ts/m);
  });

  test('knows no other outcome than the record has', async () => {
    const { root } = command();
    await expect(root.parseAsync(['node', 'ishizue', 'audit', 'who-asked', '--outcome', 'maybe'])).rejects.toThrow(
      /Allowed choices are answered, blocked_input, blocked_output, rate_limited, error/,
    );
  });
});
