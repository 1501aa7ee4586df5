# slguard:handler handler DIRECT_INVOKE
import json

import boto3

bedrock = boto3.client("bedrock-runtime", region_name="eu-west-1")


def ask(question):
    response = bedrock.invoke_model(modelId="anthropic.claude-v2", body=json.dumps({"prompt": question}))
    return json.loads(response["body"].read())["completion"]


def handler(event, context):
    program = ask("Write one Python expression that sums the sales table")
    exec(program)  # slguard:expect code-injection
    count = int(ask("How many rows?"))
    eval("range(%d)" % count)  # slguard:safe
    return "done"
