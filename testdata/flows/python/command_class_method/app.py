# slguard:handler handler HTTP_API_V2
# slguard:handler safe_handler HTTP_API_V2
import json

from backup import Backup, QuotedBackup


class Handler:
    def __init__(self, backup):
        self.backup = backup
        self.target = None

    def handle(self, event, context):
        self.target = json.loads(event["body"])["target"]
        return self.dispatch()

    def dispatch(self):
        self.backup.run(self.target)
        return {"statusCode": 200}


handler = Handler(Backup("/mnt/efs")).handle
safe_handler = Handler(QuotedBackup("/mnt/efs")).handle
