# slguard:handler handler HTTP_API_V2
# slguard:handler purge SQS
# slguard:handler report EVENTBRIDGE
from handlers import PurgeHandler, ReportHandler, UserHandler

handler = UserHandler().handle
purge = PurgeHandler.as_handler()
_report = ReportHandler(prefix="daily")


def report(event, context):
    return _report(event, context)
