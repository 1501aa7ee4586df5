import os
import shlex


class Backup:
    def __init__(self, root):
        self.root = root

    def command(self, target):
        return "rsync -a {root}/ {target}".format(root=self.root, target=target)

    def run(self, target):
        os.system(self.command(target))  # slguard:expect command-injection


class QuotedBackup(Backup):
    def command(self, target):
        return super().command(shlex.quote(target))

    def run(self, target):
        os.system(self.command(target))  # slguard:safe
