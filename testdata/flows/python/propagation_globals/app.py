# slguard:handler handler
# slguard:handler sound
import state
from work import run, run_fixed


def handler(event, context):
    state.remember(event["headers"]["x-tenant"])
    return run()


def sound(event, context):
    state.version = "2"
    return run_fixed()
