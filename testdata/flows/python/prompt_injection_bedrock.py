# slguard:handler handler
import json

import boto3

bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    question = json.loads(event["body"])["question"]
    bedrock.converse(modelId="anthropic.claude-3", messages=[{"role": "user", "content": [{"text": question}]}])  # slguard:expect prompt-injection
    answer = bedrock.converse(modelId="anthropic.claude-3", messages=[{"role": "user", "content": [{"text": "Summarise today's sales"}]}])  # slguard:safe
    return answer["stopReason"]
