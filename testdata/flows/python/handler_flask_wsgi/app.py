# slguard:handler handler REST_API
import serverless_wsgi
from flask import Flask

from views import api

app = Flask(__name__)
app.register_blueprint(api, url_prefix="/api")


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
