import { execSync } from 'child_process';

export const handler = async (event: any) => {
  const text = event.queryStringParameters.text;
  return { statusCode: 200, body: execSync('grep -l ' + text + ' /opt/index').toString() };
};
