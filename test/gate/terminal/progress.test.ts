import { Progress } from '../../../gate/terminal/progress';
import { rememberingTerminal } from '../../terminal/remembering-terminal';

function shown(more: Parameters<typeof rememberingTerminal>[0], language: 'en' | 'ja' = 'en') {
  const { terminal, written } = rememberingTerminal(more);
  const progress = new Progress(terminal, language);
  progress.start('building');
  progress.start('judging');
  progress.finish();
  progress.finish();
  return written;
}

describe('progress', () => {
  test('is one line per phase with how long it took, on the error output only', () => {
    expect(shown({})).toEqual({
      out: '',
      error: '  Building every stack of every account  0.5 s\n  Judging every resource  0.5 s\n',
    });
  });

  test('rewrites its line in a terminal, and leaves the same lines behind', () => {
    const { error } = shown({ rewritesLines: true });
    expect(error).toContain('  Building every stack of every account …\r\u001b[2K  Building');
    const final = error.split('\n').map((line) => line.split('\u001b[2K').at(-1));
    expect(final).toEqual(shown({}).error.split('\n'));
  });

  test('speaks the language that was asked for', () => {
    expect(shown({}, 'ja').error).toContain('全アカウントのスタックを構築中  0.5 s');
  });
});
