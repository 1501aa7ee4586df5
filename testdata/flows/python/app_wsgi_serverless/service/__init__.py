from flask import Flask
from flask_restful import Api

from .resources import Report, Task
from .views import bp


def create_app(config=None):
    app = Flask(__name__)
    app.config.from_mapping(config or {})
    app.register_blueprint(bp)
    api = Api(app)
    api.add_resource(Task, "/tasks/<string:name>")
    api.add_resource(Report, "/reports/<int:number>")
    return app
