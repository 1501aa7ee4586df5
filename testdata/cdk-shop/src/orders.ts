import { execSync } from 'child_process';

interface UrlEvent { queryStringParameters?: { [name: string]: string } }

export async function handler(event: UrlEvent) {
  const id = event.queryStringParameters?.id ?? '';
  const listing = execSync('ls /mnt/orders/' + id).toString();  // slguard:expect command-injection
  return { statusCode: 200, body: listing };
}
