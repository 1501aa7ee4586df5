# slguard:handler handler HTTP_API_V2
# slguard:handler cold HTTP_API_V2
import os

from state import *
from state import current as now
import state.store as store
from state.store import Store, default_store


def handler(event, context):
    q = event["queryStringParameters"]
    set_user(q["user"])
    os.system("user " + now.get())  # slguard:expect command-injection
    os.system("limit %d" % LIMIT)  # slguard:safe
    store.put("name", q["name"])
    os.system("name " + store.get("name"))  # slguard:expect command-injection
    default_store.set(q["value"])
    os.system("value " + Store.shared().value)  # slguard:expect command-injection
    store.LAST = q["last"]
    remember()
    os.system("version " + store.VERSION)  # slguard:safe


def remember():
    os.system("last " + store.LAST)  # slguard:expect command-injection


def cold(event, context):
    os.system("count %d" % store.count())  # slguard:safe
