# slguard:handler handler
# slguard:handler sound
from request import Request
from runner import Runner, Silent


def handler(event, context):
    request = Request(event)
    runner = Runner().named(request.name).with_flags(request.flags)
    return runner.start()


def sound(event, context):
    request = Request(event)
    return Silent().named("fixed").with_flags(str(request.size)).start()
