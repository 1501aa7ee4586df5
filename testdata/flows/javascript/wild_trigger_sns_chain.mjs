// slguard:trigger SNS
import { execSync } from "node:child_process";

export async function handler({ Records }) {
  await Promise.all(
    Records.map(async ({ Sns: { Message, Subject, TopicArn, MessageAttributes } }) => {
      const { Records: inner = [] } = JSON.parse(Message);
      inner.forEach((each) => execSync(`index ${each.s3.object.key}`)); // slguard:expect command-injection
      execSync(`notify "${Subject}"`); // slguard:expect command-injection
      execSync(`notify ${TopicArn}`); // slguard:safe
      execSync(`notify ${MessageAttributes.kind.Value}`); // slguard:expect command-injection
    }),
  );
}
