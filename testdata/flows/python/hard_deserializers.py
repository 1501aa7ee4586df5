# slguard:handler handler
# slguard:handler sound
import base64
import hashlib
import hmac
import io
import json
import marshal
import os
import pickle
from pickle import loads as thaw

import dill
import joblib
import jsonpickle
import numpy
import torch
import yaml
from yaml import CSafeLoader, Loader, load


def handler(event, context):
    body = event["body"]
    raw = base64.b64decode(body)
    thaw(raw)  # slguard:expect deserialization
    pickle.Unpickler(io.BytesIO(raw)).load()  # slguard:expect deserialization
    marshal.loads(raw)  # slguard:expect deserialization
    dill.loads(raw)  # slguard:expect deserialization
    jsonpickle.decode(body)  # slguard:expect deserialization
    load(body, Loader=Loader)  # slguard:expect deserialization
    yaml.load(body, yaml.UnsafeLoader)  # slguard:expect deserialization
    joblib.load(io.BytesIO(raw))  # slguard:expect deserialization
    torch.load(io.BytesIO(raw), weights_only=False)  # slguard:expect deserialization
    numpy.load(io.BytesIO(raw), allow_pickle=True)  # slguard:expect deserialization


def sound(event, context):
    body = event["body"]
    raw = base64.b64decode(body)
    json.loads(raw)  # slguard:safe
    load(body, Loader=CSafeLoader)  # slguard:safe
    yaml.safe_load(body)  # slguard:safe
    torch.load(io.BytesIO(raw), weights_only=True)  # slguard:safe
    numpy.load(io.BytesIO(raw))  # slguard:safe
    given = event["headers"]["x-signature"]
    wanted = hmac.new(os.environ["KEY_MATERIAL"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given, wanted):
        return {"statusCode": 403}
    pickle.loads(raw)  # slguard:safe
    return {"statusCode": 200}
