import type { ToldChanges } from './told-changes';
import { actorOf, type TrailEvent } from './trail-event';
import { type WatchedChange, watchedChanges } from './watched-changes';

export type Language = 'en' | 'ja';

/** What people read, in the form of Amazon Q Developer in chat applications. Empty when there is nothing new. */
export interface TrailMessage {
  readonly threadId?: string;
  readonly content?: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps: readonly string[];
  };
}

interface Found {
  readonly change: WatchedChange;
  readonly event: TrailEvent;
}

const words = {
  en: {
    title: (title: string, account: string) => `${title}: account ${account}`,
    line: (what: string, by: string, account: string, region: string, time: string) =>
      `${what} by ${by} in account ${account}, ${region}, at ${time}`,
    more: (count: number) => `and ${count} more of the kind within the hour or the batch; the trail has them all`,
    look: (link: string) => `Look at it, signed in to that account: ${link}`,
    ask: (command: string) => `Read it all: ${command}`,
  },
  ja: {
    title: (title: string, account: string) => `${title}：アカウント ${account}`,
    line: (what: string, by: string, account: string, region: string, time: string) =>
      `${time} アカウント ${account}（${region}）で ${by} が ${what} を実行`,
    more: (count: number) => `ほかに同種の操作が ${count} 件あります。すべて証跡に記録されています`,
    look: (link: string) => `そのアカウントにサインインして確認する: ${link}`,
    ask: (command: string) => `詳細を読む: ${command}`,
  },
} as const;

/** Chat takes 8,000 characters; more than this in one batch is read in the trail. */
const maximumLines = 20;

/**
 * One message for all that is new in a batch of events. Events that match nothing are left out: the filter in front is coarser.
 *
 * The title and the next steps are those of the first change; the description has a line for each.
 */
export function compose(events: readonly TrailEvent[], told: ToldChanges, language: Language): TrailMessage {
  const found = events.flatMap((event): Found[] => {
    const change = watchedChanges.find(({ matches }) => matches(event));
    return change ? [{ change, event }] : [];
  });
  const fresh = found.filter(({ change, event }) => told.isNew(keyOf(change, event)));
  const [first] = fresh;
  if (!first) return {};
  const text = words[language];
  const { eventID = '', awsRegion = '' } = first.event;
  const shown = fresh.slice(0, maximumLines);
  const hidden = found.length - shown.length;
  return {
    threadId: `${first.change.id}-${accountOf(first.event)}`,
    content: {
      textType: 'client-markdown',
      title: text.title(first.change.title[language], accountOf(first.event)),
      description: [
        ...shown.map(({ event }) =>
          text.line(
            event.eventName ?? 'unknown',
            actorOf(event),
            accountOf(event),
            event.awsRegion ?? 'unknown',
            event.eventTime ?? 'unknown',
          ),
        ),
        ...(hidden > 0 ? [text.more(hidden)] : []),
      ].join('\n'),
      nextSteps: [
        text.look(
          `https://${awsRegion}.console.aws.amazon.com/cloudtrailv2/home?region=${awsRegion}#/events/${eventID}`,
        ),
        text.ask(
          `aws cloudtrail lookup-events --region ${awsRegion} --lookup-attributes AttributeKey=EventId,AttributeValue=${eventID}`,
        ),
      ],
    },
  };
}

/** Root and break-glass are told once for the person, whatever they do; changes once for each thing that is done. */
function keyOf({ id }: WatchedChange, event: TrailEvent): string {
  const perAction = id === 'root-used' || id === 'break-glass-used' ? '' : event.eventName;
  return [id, accountOf(event), actorOf(event), perAction].join(' ');
}

function accountOf({ recipientAccountId, userIdentity }: TrailEvent): string {
  return recipientAccountId ?? userIdentity?.accountId ?? 'unknown';
}
