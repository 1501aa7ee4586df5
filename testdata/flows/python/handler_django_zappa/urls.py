from django.urls import path

import views

urlpatterns = [path("run", views.run), path("sound", views.sound)]
