# slguard:handler handler
# slguard:handler bound
# slguard:handler wrapped
from functools import partial

from jobs import Job, SoundJob, with_settings


class Handler:
    def __init__(self, job):
        self.job = job

    def __call__(self, event, context):
        return self.job.run(event["queryStringParameters"])


handler = Handler(Job())
bound = Handler(SoundJob())
wrapped = partial(with_settings, {"stage": "prod"})
