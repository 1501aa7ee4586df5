import { writeFileSync } from 'fs';

export async function handler(event: any) {
  const name = event.queryStringParameters?.name;
  writeFileSync('/tmp/' + name, event.body);
  return { statusCode: 204 };
}
