import { z } from 'zod';
import { isNetworkAddress } from '../network-addresses';

const zone = z
  .string()
  .regex(
    /^[a-f]$/,
    'is not the letter of an availability zone; the region goes before it. Use the last letter of its name, such as a of ap-northeast-1a',
  );

/** AWS reserves five addresses of each subnet; a network of two subnets needs 27 in each. */
const cidr = z
  .string()
  .regex(
    /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)(\.\d{1,3}){2,3}\/(1[6-9]|2[0-6])$/,
    'is not a private block of addresses; the network is cut in two subnets. Use 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, with /16 to /26',
  )
  .refine(
    isNetworkAddress,
    'does not begin where a block of that size begins; AWS would change it silently. Begin at a multiple of its size, such as 10.100.0.0/24',
  );

export const privateNetwork = z.strictObject({
  /** Addresses of the network of each workload and region. It is connected to nothing, so all may have the same. Default: 10.100.0.0/24. */
  cidr: cidr.default('10.100.0.0/24'),
  /**
   * Endpoints besides those the functions of the baseline call (Amazon Bedrock, Lambda, Logs, SQS, DynamoDB), for functions of your own in
   * the same network. About $15 to $24 a month each. Default: all three.
   */
  furtherEndpoints: z
    .array(
      z.enum(
        ['kms', 'secretsmanager', 'sts'],
        'is not a further endpoint; the network has policies for three of them. Use kms, secretsmanager or sts, or leave it out',
      ),
    )
    .default(['kms', 'secretsmanager', 'sts']),
  /**
   * Letters of the two availability zones, such as ['a', 'c']. Default: the first two of the account, which in a few old zones do not have
   * every service: then the deployment says so.
   */
  zones: z
    .tuple([zone, zone], 'is not two zones; a network in one zone fails with it. Give two letters, such as a and c')
    .refine(
      ([first, second]) => first !== second,
      'is twice the same zone; the network would fail with it. Give two letters, such as a and c',
    )
    .optional(),
});
