# slguard:handler handler HTTP_API_V2
import serverless_wsgi
from werkzeug.routing import BaseConverter

from service import create_app

app = create_app()


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
