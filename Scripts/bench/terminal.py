"""A program in a terminal of its own, key by key."""
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

import processes

# A letter that changes records waits 400 ms for another one; what follows sooner is a text.
QUIET = 0.6
# What a program may spend while nothing happens, in milliseconds: less than any key needs.
NOTHING = 0.2


class Terminal:
    def __init__(self, arguments, environment, **more):
        self.began = time.monotonic()
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.execve(arguments[0], arguments, dict(environment, **more))
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def spent(self):
        """Milliseconds on processors so far, all threads, by the process's own clock."""
        return time.clock_gettime((~self.process << 3) | 2) * 1000

    def settle(self, quiet=QUIET, most=60):
        """Reads until nothing was sent or reckoned for a while; the bytes read."""
        count, spent, last = 0, self.spent(), time.monotonic()
        end = last + most
        while time.monotonic() < last + quiet:
            if time.monotonic() > end:
                sys.exit("the program does not come to rest")
            if select.select([self.file], [], [], min(quiet, 0.02))[0]:
                count += len(os.read(self.file, 65536))
                last = time.monotonic()
            if self.spent() - spent > NOTHING:
                spent, last = self.spent(), time.monotonic()
        return count

    def type(self, *keys, quiet=QUIET):
        """Types keys one by one, each when the one before has come to rest; what each cost."""
        costs = []
        for key in keys:
            before = self.spent()
            os.write(self.file, key.encode())
            if self.settle(quiet) == 0:
                sys.exit(f"the key {key!r} showed nothing")
            costs.append(self.spent() - before)
        return costs

    def memory(self):
        """The most memory that the program ever had, in megabytes."""
        with open(f"/proc/{self.process}/status") as file:
            return next(int(row.split()[1]) for row in file if row.startswith("VmHWM")) / 1024

    def until_end(self):
        """Reads until the program ends by itself; what it spent."""
        while True:
            try:
                if not os.read(self.file, 65536):
                    break
            except OSError:
                break
        spent, code = processes.ended(self.process, self.began)
        os.close(self.file)
        if code != 0:
            sys.exit(f"the program ended with {code} in its terminal")
        return spent

    def close(self):
        """Takes the terminal away, which ends the program, and waits for it."""
        os.close(self.file)
        os.waitpid(self.process, 0)


def first_frame(heard, folder, environment):
    """A whole process that ends as soon as its first frame is out."""
    return Terminal([heard, folder], environment, HEARD_EXIT_AFTER_FIRST_FRAME="1").until_end()
