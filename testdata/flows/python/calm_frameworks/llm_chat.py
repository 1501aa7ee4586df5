# slguard:handler lambda_handler HTTP_API_V2
import json
import logging
import os

import boto3
from botocore.config import Config

bedrock = boto3.client("bedrock-runtime", config=Config(read_timeout=60, retries={"max_attempts": 2}))
history = boto3.resource("dynamodb").Table(os.environ["HISTORY"])
logger = logging.getLogger()
SYSTEM = "You answer questions about orders of the shop in at most three sentences."
TOOLS = {"order_state": lambda arguments: {"state": "sent", "id": int(arguments["id"])}}


def lambda_handler(event, context):
    question = json.loads(event["body"])["question"][:1000]
    user = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    messages = [{"role": "user", "content": [{"text": question}]}]
    response = bedrock.converse(modelId=os.environ["MODEL_ID"], system=[{"text": SYSTEM}], messages=messages)  # slguard:safe
    message = response["output"]["message"]
    for part in message["content"]:
        if "toolUse" in part:
            tool = TOOLS.get(part["toolUse"]["name"])
            if tool is None:
                logger.warning("unknown tool")
                continue
            result = tool(part["toolUse"]["input"])
            messages.append({"role": "user", "content": [{"toolResult": {"content": [{"json": result}]}}]})
    answer = "".join(part.get("text", "") for part in message["content"])
    history.put_item(Item={"user": user, "question": question, "answer": answer, "tokens": response["usage"]["totalTokens"]})  # slguard:safe
    logger.info("answered with %d tokens", response["usage"]["totalTokens"])  # slguard:safe
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps({"answer": answer})}  # slguard:safe
