"""Lays out network namespaces, sends probes between them and says which were answered.

Started inside user, network and mount namespaces of its own (laboratory.ts). Reads one experiment as JSON
from standard input and writes its outcome as JSON. One process does everything: a socket stays in the
namespace in which it was made, so that it is enough to be there once.
"""
import ctypes
import fcntl
import json
import os
import resource
import socket
import struct
import subprocess
import sys
import time

from prober import Prober

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
SIOCGIFFLAGS = 0x8913
IFF_RUNNING = 0x40
# One address for every interface and no neighbours to look for: no rule can cut their discovery.
LINK = "address 02:00:00:00:00:01 arp off"
SETTINGS = {
    "ipv4/ip_forward": "1",
    "ipv6/conf/all/forwarding": "1",
    "ipv6/conf/default/forwarding": "1",
    "ipv6/conf/default/addr_gen_mode": "1",
    "ipv6/conf/default/accept_dad": "0",
    "ipv4/conf/all/rp_filter": "0",
    "ipv4/conf/default/rp_filter": "0",
    "ipv4/conf/all/send_redirects": "0",
    "ipv4/conf/default/send_redirects": "0",
    "ipv4/tcp_max_syn_backlog": "65536",
}


class Spaces:
    def __init__(self):
        self.known = {}

    def add(self, names):
        ip("\n".join(f"netns add {name}" for name in names))
        for name in names:
            self.known[name] = os.open(f"/run/netns/{name}", os.O_RDONLY)

    def enter(self, name):
        if LIBC.setns(self.known[name], CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter {name}")


def run(command, text):
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode()}\n{text}")
    return done.stdout.decode()


def ip(text, *options):
    if text:
        run(["ip", *options, "-batch", "-"], text)


def await_cables(spaces, cables):
    """An end that came up before the other one drops what it gets until the kernel has noticed both, soon after."""
    end = time.monotonic() + 10
    for plug in (plug for cable in cables for plug in cable["ends"]):
        spaces.enter(plug["space"])
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            request = struct.pack("16sH14x", plug["name"].encode(), 0)
            while not struct.unpack_from("H", fcntl.ioctl(sock, SIOCGIFFLAGS, request), 16)[0] & IFF_RUNNING:
                if time.monotonic() > end:
                    raise RuntimeError(f"{plug['name']} of {plug['space']} does not run")
                time.sleep(0.001)


def lay_out(layout):
    spaces = Spaces()
    spaces.add([space["name"] for space in layout["spaces"]])
    for space in layout["spaces"]:
        spaces.enter(space["name"])
        for path, value in SETTINGS.items():
            with open(f"/proc/sys/net/{path}", "w", encoding="ascii") as file:
                file.write(value)
    up = {space["name"]: ["link set lo up"] for space in layout["spaces"]}
    lines = []
    for a, b in (cable["ends"] for cable in layout["cables"]):
        ends = [f"{end['name']} {LINK} netns {end['space']}" for end in (a, b)]
        lines.append(f"link add {ends[0]} type veth peer name {ends[1]}")
        for end in (a, b):
            up[end["space"]].append(f"link set {end['name']} up")
    ip("\n".join(lines))
    listings = {}
    for space in layout["spaces"]:
        name = space["name"]
        spaces.enter(name)
        own = [
            f"addr add {address} dev {space['holder']}{' nodad' if ':' in address else ''}"
            for address in space["addresses"]
        ]
        ip("\n".join(up[name] + own + space["ip"]))
        ip("\n".join(space["ip6"]), "-6")
        if space["nft"]:
            run(["nft", "-f", "-"], space["nft"])
        if space.get("listing"):
            listings[name] = run(["nft", "-j", "list", "ruleset"], "")
    await_cables(spaces, layout["cables"])
    return spaces, listings


def main():
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    experiment = json.load(sys.stdin)
    spaces, listings = lay_out(experiment["layout"])
    replied = Prober(spaces, experiment).run()
    json.dump({"replied": replied, "listings": listings}, sys.stdout)
    sys.stdout.flush()
    # Closing thousands of sockets one by one takes longer than to go.
    os._exit(0)


main()
