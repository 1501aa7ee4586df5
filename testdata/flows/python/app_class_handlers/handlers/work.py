import json
import shutil
from pathlib import Path

from .base import BaseHandler

__all__ = ["PurgeHandler", "ReportHandler"]
ROOT = Path("/mnt/data")


class PurgeHandler(BaseHandler):
    def parse(self, event):
        return {"folders": [json.loads(record["body"])["folder"] for record in event["Records"]]}

    def process(self, folders):
        for folder in folders:
            shutil.rmtree(ROOT / folder)  # slguard:expect path-traversal
            target = (ROOT / folder).resolve()
            if target.is_relative_to(ROOT):
                shutil.rmtree(target)  # slguard:safe
        return len(folders)


class ReportHandler:
    def __init__(self, prefix):
        self.prefix = prefix

    def __call__(self, event, context):
        (ROOT / f"{self.prefix}-{event['id']}.json").write_text("{}")  # slguard:safe
        (ROOT / f"{self.prefix}-{event['detail']['name']}.json").write_text("{}")  # slguard:expect path-traversal
        return None
