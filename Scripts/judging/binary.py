"""The program under judgement, as a person would run it."""
import json
import os
import subprocess


class Machine:
    """A home with its own settings and state, and the binary in it."""

    def __init__(self, binary, home, now):
        self.binary, self.home = binary, home
        os.makedirs(f"{home}/config/heard", exist_ok=True)
        self.environment = dict(
            PATH=os.environ["PATH"], HOME=home, LC_ALL="C.UTF-8", TZ="UTC", HEARD_NOW=now,
            XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config", HEARD_WATCH="no",
            SWIFT_BACKTRACE="enable=no")

    def sit(self, reader):
        path = f"{self.home}/config/heard/settings.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(reader.settings(), file)
        os.chmod(path, 0o600)

    def run(self, *arguments, folder=None, typed=""):
        environment = dict(self.environment)
        if folder:
            environment["HEARD_PROGRAMME"] = folder
        return subprocess.run(
            [self.binary, *arguments], env=environment, input=typed, cwd=self.home,
            capture_output=True, encoding="utf-8", errors="surrogateescape", timeout=120)

    def json(self, *arguments, folder):
        done = self.run(*arguments, "--format", "json", folder=folder)
        try:
            return json.loads(done.stdout)
        except ValueError:
            return None
