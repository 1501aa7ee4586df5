# slguard:handler main EVENTBRIDGE
# slguard:handler checked EVENTBRIDGE
from plugins.loader import load, load_known


def main(event, context):
    detail = event["detail"]
    plugin = load(detail["plugin"])
    plugin.run(detail)


def checked(event, context):
    plugin = load_known(event["detail"]["plugin"])
    plugin.run(event["detail"])
