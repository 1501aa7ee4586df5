# slguard:handler lambda_handler BEDROCK_AGENT
import os
import shlex

from aws_lambda_powertools.event_handler import BedrockAgentFunctionResolver

app = BedrockAgentFunctionResolver()


@app.tool(name="lookup", description="Finds a host")
def lookup(host: str) -> str:
    return os.popen("dig " + host).read()  # slguard:expect command-injection


@app.tool(name="quoted", description="Finds a host")
def quoted(host: str) -> str:
    return os.popen("dig " + shlex.quote(host)).read()  # slguard:safe


@app.tool(description="Counts")
def count(number: int) -> str:
    return os.popen("seq %d" % number).read()  # slguard:safe


def lambda_handler(event, context):
    return app.resolve(event, context)
