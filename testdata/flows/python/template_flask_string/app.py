# slguard:handler handler
from apig_wsgi import make_lambda_handler

from site_views import app

handler = make_lambda_handler(app)
