# slguard:handler handler
# slguard:handler quoted
from commands import LoudRunner, QuietRunner


def handler(event, context):
    return LoudRunner(event["body"]).start()


def quoted(event, context):
    return QuietRunner(event["body"]).start()
