# slguard:handler handler
import os

import humanize_titles
from company_text import Cleaner


def handler(event, context):
    title = event["queryStringParameters"]["title"]
    os.system("show " + humanize_titles.titled(title))  # slguard:expect command-injection
    os.system("show " + Cleaner(title).render("x"))  # slguard:expect command-injection
    os.system("show " + humanize_titles.titled("fixed"))  # slguard:safe
    os.system("show %d" % len(humanize_titles.titled(title)))  # slguard:safe
