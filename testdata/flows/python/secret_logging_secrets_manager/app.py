# slguard:handler handler
# slguard:handler sound
import json
import logging

from config import database_settings

logger = logging.getLogger()


def handler(event, context):
    settings = database_settings()
    logger.info("connecting with %s", settings)  # slguard:expect secret-logging
    print("password is", settings["password"])  # slguard:expect secret-logging


def sound(event, context):
    settings = database_settings()
    logger.info("connecting to %s as %s", settings["host"], settings["username"])  # slguard:safe
    print("password has", len(settings["password"]), "characters")  # slguard:safe
    logger.info("have password: %s", bool(settings["password"]))  # slguard:safe
    logger.info("token received")  # slguard:safe
