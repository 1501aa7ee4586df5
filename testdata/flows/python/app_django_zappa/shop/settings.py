import os

DEBUG = False
SECRET_KEY = os.environ["DJANGO_KEY"]
ROOT_URLCONF = "shop.urls"
ALLOWED_HOSTS = ["shop.example"]
