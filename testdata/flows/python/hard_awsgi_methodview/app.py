# slguard:handler lambda_handler REST_API
import awsgi
from flask import Flask

from shop.views import ReportView, StatusView

app = Flask(__name__)
app.add_url_rule("/reports/<name>", view_func=ReportView.as_view("report"))
app.add_url_rule("/status/<name>", view_func=StatusView.as_view("status"))


def lambda_handler(event, context):
    return awsgi.response(app, event, context, base64_content_types={"image/png"})
