# slguard:handler handler KINESIS
import base64
import io
import json

import dill
import joblib
import jsonpickle
import numpy as np
import pandas as pd
import torch


def decode(record):
    return base64.b64decode(record["kinesis"]["data"])


def handler(event, context):
    for record in event["Records"]:
        data = decode(record)
        jsonpickle.decode(data.decode())  # slguard:expect deserialization
        dill.loads(data)  # slguard:expect deserialization
        joblib.load(io.BytesIO(data))  # slguard:expect deserialization
        np.load(io.BytesIO(data), allow_pickle=True)  # slguard:expect deserialization
        pd.read_pickle(io.BytesIO(data))  # slguard:expect deserialization
        np.load(io.BytesIO(data))  # slguard:safe
        torch.load(io.BytesIO(data), weights_only=True)  # slguard:safe
        json.loads(data)  # slguard:safe
