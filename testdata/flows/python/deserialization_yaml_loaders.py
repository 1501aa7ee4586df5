# slguard:handler handler
import json

import yaml
from yaml import CSafeLoader, SafeLoader


def handler(event, context):
    text = event["body"]
    yaml.load(text, Loader=yaml.Loader)  # slguard:expect deserialization
    yaml.load(text, yaml.UnsafeLoader)  # slguard:expect deserialization
    yaml.unsafe_load(text)  # slguard:expect deserialization
    yaml.safe_load(text)  # slguard:safe
    yaml.load(text, Loader=SafeLoader)  # slguard:safe
    list(yaml.load_all(text, Loader=CSafeLoader))  # slguard:safe
    json.loads(text)  # slguard:safe
