/**
 * AWS reaches people who are on duty, not only the root mailbox of an account: the contacts for security, operations and billing are
 * the same in every active account of the organization. Kinds that are not named are left as they are.
 *
 * Runs in the management account, in us-east-1, after `organization-trusted-access` for `account.amazonaws.com`. New accounts follow
 * with the next run. Free.
 */

import type { AlternateContactType } from '@aws-sdk/client-account';
import { readActiveAccounts } from './active-accounts';
import type { Clients } from './clients';
import { globalWithoutResource, organizationAccountArn } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

/** Whom AWS calls. */
export interface AlternateContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface DesiredAlternateContacts {
  /** The account this runs in: AWS wants its own id left out. */
  readonly managementAccountId: string;
  /** Accounts of the configuration. Each must be an active account of the organization. */
  readonly accountIds: readonly string[];
  readonly contacts: Readonly<Partial<Record<AlternateContactType, AlternateContact>>>;
}

/** `as desired`, `another` or `none` by account and kind. Whom AWS calls today is not repeated: it is personal data. */
export interface ObservedAlternateContacts {
  readonly contacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const alternateContacts: Setting<DesiredAlternateContacts, ObservedAlternateContacts> = {
  name: 'alternate-contacts',
  reference: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html',

  permissions({ contacts }, place) {
    const own = `arn:${place.partition}:account::${place.managementAccountId}:account`;
    return [
      globalWithoutResource(['organizations:ListAccounts']),
      {
        actions: ['account:GetAlternateContact', 'account:PutAlternateContact'],
        // The account itself, and members of the organization: an ARN for each would outgrow the policy at some 60 accounts.
        resources: [own, organizationAccountArn(place, '*').replace(':organizations:', ':account:')],
        condition: { 'ForAnyValue:StringEquals': { 'account:AlternateContactTypes': Object.keys(contacts) } },
      },
    ];
  },

  async read(desired, clients) {
    const active = await readActiveAccounts(desired.accountIds, clients);
    const contacts: Record<string, Record<string, string>> = {};
    for (const accountId of active) {
      const ofAccount: Record<string, string> = {};
      for (const [kind, contact] of kindsOf(desired)) {
        ofAccount[kind] = await compared(kind, contact, addressOf(accountId, desired), clients);
        // The quota is ten calls a second, of which a call itself takes most.
        await clients.wait(20);
      }
      contacts[accountId] = ofAccount;
    }
    return { contacts };
  },

  differences: (desired, { contacts }) =>
    Object.entries(contacts).flatMap(([accountId, ofAccount]) =>
      kindsOf(desired)
        .filter(([kind]) => ofAccount[kind] !== 'as desired')
        .map(([kind]) => ({ what: `contacts.${accountId}.${kind}`, desired: 'as desired', observed: ofAccount[kind] })),
    ),

  async apply(desired, { contacts }, clients) {
    for (const [accountId, ofAccount] of Object.entries(contacts)) {
      for (const [kind, { name, title, email, phone }] of kindsOf(desired)) {
        if (ofAccount[kind] === 'as desired') continue;
        await retried(clients, () =>
          clients.account.putAlternateContact({
            ...addressOf(accountId, desired),
            AlternateContactType: kind,
            Name: name,
            Title: title,
            EmailAddress: email,
            PhoneNumber: phone,
          }),
        );
        // The quota is five calls a second.
        await clients.wait(150);
      }
    }
    return {};
  },
};

function kindsOf({ contacts }: DesiredAlternateContacts) {
  return Object.entries(contacts) as [AlternateContactType, AlternateContact][];
}

/** AWS refuses the id of the management account, which it asks to be left out. */
function addressOf(accountId: string, { managementAccountId }: DesiredAlternateContacts): { AccountId?: string } {
  return accountId === managementAccountId ? {} : { AccountId: accountId };
}

async function compared(
  AlternateContactType: AlternateContactType,
  { name, title, email, phone }: AlternateContact,
  address: { AccountId?: string },
  clients: Clients,
): Promise<string> {
  try {
    const { AlternateContact: found } = await retried(clients, () =>
      clients.account.getAlternateContact({ ...address, AlternateContactType }),
    );
    const same =
      found?.Name === name &&
      found.Title === title &&
      found.EmailAddress === email &&
      // Spaces and brackets say nothing.
      digitsOf(found.PhoneNumber) === digitsOf(phone);
    return same ? 'as desired' : 'another';
  } catch (error) {
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
    return 'none';
  }
}

function digitsOf(phone = ''): string {
  return phone.replace(/[^\d+]/g, '');
}
