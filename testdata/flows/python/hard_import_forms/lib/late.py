import os as operating


def late(text):
    operating.system("late " + text)  # slguard:expect command-injection
