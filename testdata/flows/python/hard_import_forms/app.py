# slguard:handler handler
import lib
import lib.deep.tools as tools
from lib import shout as louder
from lib.deep import *
from lib.deep.tools import Runner


def handler(event, context):
    text = event["body"]
    lib.whisper(text)
    louder(text)
    tools.launch(text)
    spread(text)
    Runner.go(text)
    from lib.late import late
    late(text)
    lib.deep.tools.launch("fixed")
    hidden("fixed")
