# slguard:handler handler HTTP_API_V2
import os

from model import Config, Lazy, Record, Settings, Typed


class Tool(Typed):
    pass


def handler(event, context):
    q = event["queryStringParameters"]
    record = Record(q)
    os.system("a " + record.name)  # slguard:expect command-injection
    os.system("a " + record["name"])  # slguard:expect command-injection
    os.system("a %d" % len(record))  # slguard:safe
    for key in record:
        os.system("a " + key)  # slguard:expect command-injection
    settings = Settings()
    settings.level = q["level"]
    os.system(f"b {settings.level}")  # slguard:safe
    settings.title = q["title"]
    os.system(f"b {settings.title}")  # slguard:expect command-injection
    tool = Tool()
    tool.name = q["name"]
    os.system("c " + tool.name)  # slguard:expect command-injection
    tool.size = q["size"]
    os.system(f"c {tool.size}")  # slguard:safe
    lazy = Lazy(lambda: q["lazy"])
    os.system("d " + lazy.value)  # slguard:expect command-injection
    config = Config.current()
    config["target"] = q["target"]
    os.system("e " + Config.current()["target"])  # slguard:expect command-injection
    os.system("e " + Config.current()["other"])  # slguard:safe
    copy = record + Record({"x": "y"})
    os.system("f " + copy.get("name"))  # slguard:expect command-injection
    setattr(settings, "dynamic", q["dynamic"])
    os.system("g " + settings.dynamic)  # slguard:expect command-injection
    os.system("g " + getattr(settings, "fixed", "none"))  # slguard:safe
