# slguard:handler run
# slguard:handler checked
# slguard:handler unchecked
# slguard:handler injected
import os

from decorators import allow, body_as, log_only, with_user


@log_only
@body_as("payload")
def run(event, context, payload=None):
    os.system("run " + payload["name"])  # slguard:expect command-injection


@allow("kind", {"a", "b"})
def checked(event, context):
    os.system("run " + event["queryStringParameters"]["kind"])  # slguard:safe
    os.system("run " + event["queryStringParameters"]["other"])  # slguard:expect command-injection


@log_only
def unchecked(event, context):
    os.system("run " + event["queryStringParameters"]["kind"])  # slguard:expect command-injection


@with_user
def injected(event, context, user):
    os.system("run " + user.name)  # slguard:expect command-injection
    os.system("run " + user.role)  # slguard:safe
