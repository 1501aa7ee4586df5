from os import system


def shout(text):
    system("shout " + text)  # slguard:expect command-injection


def whisper(text):
    system("whisper " + text)  # slguard:expect command-injection
