"""Sends probes between namespaces and says which were answered (see laboratory.py)."""
import errno
import select
import socket
import struct

SO_LINGER_NOW = struct.pack("ii", 1, 0)
IPV6_TCLASS = 67
# What a system says to its own program when a rule or a table of its own is in the way.
REFUSED_HERE = {
    errno.EPERM,
    errno.EACCES,
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.EINVAL,
    errno.ECONNREFUSED,
}


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def packed(address):
    return socket.inet_pton(family(address), address)


def opened(kind, address, port, protocol=0):
    sock = socket.socket(family(address), kind, protocol)
    sock.setblocking(False)
    if kind != socket.SOCK_RAW:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    else:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    sock.bind((address, port))
    return sock


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def set_service(sock, address, service):
    if ":" in address:
        sock.setsockopt(socket.IPPROTO_IPV6, IPV6_TCLASS, service)
    else:
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, service)


class Prober:
    def __init__(self, spaces, experiment):
        self.spaces = spaces
        self.probes = experiment["probes"]
        self.quiet = experiment["quiet"] / 1000
        self.poll = select.epoll()
        self.handlers = {}
        self.replied = [False] * len(self.probes)
        self.senders = {}
        self.trying = {}
        self.sequence = 0
        for space in experiment["layout"]["spaces"]:
            if space["addresses"]:
                self.spaces.enter(space["name"])
                self.serve(space["addresses"], experiment["ports"])

    def watch(self, sock, handler, events=select.EPOLLIN):
        self.handlers[sock.fileno()] = (sock, handler)
        self.poll.register(sock.fileno(), events)

    def drop(self, sock):
        self.poll.unregister(sock.fileno())
        del self.handlers[sock.fileno()]
        sock.close()

    def serve(self, addresses, ports):
        for address in addresses:
            for port in ports["tcp"]:
                # The kernel completes the handshake; nobody needs to accept.
                sock = opened(socket.SOCK_STREAM, address, port)
                sock.listen(4096)
                self.handlers[sock.fileno()] = (sock, None)
            for port in ports["udp"]:
                self.watch(opened(socket.SOCK_DGRAM, address, port), self.echo)

    def echo(self, sock):
        while True:
            try:
                data, sender = sock.recvfrom(64)
            except OSError:
                return
            try:
                sock.sendto(data, sender)
            except OSError:
                pass

    def settle(self, seconds):
        """Handles what comes until nothing came for so long."""
        while True:
            events = self.poll.poll(seconds)
            if not events:
                return
            for descriptor, _ in events:
                sock, handler = self.handlers.get(descriptor, (None, None))
                if handler is not None:
                    handler(sock)

    def answer(self, token, sender):
        if token >= len(self.probes):
            return
        probe = self.probes[token]
        if packed(sender) == packed(probe["target"]):
            self.replied[token] = True

    def sender(self, probe, service):
        """One socket for all datagrams of a source, port and type of service."""
        protocol = probe["protocol"]
        key = (probe["space"], probe["source"], protocol, protocol == "udp" and probe["sourcePort"], service)
        if key not in self.senders:
            source = probe["source"]
            if protocol == "udp":
                sock = opened(socket.SOCK_DGRAM, source, probe["sourcePort"])
                self.watch(sock, self.datagram)
            elif ":" in source:
                sock = opened(socket.SOCK_RAW, source, 0, socket.IPPROTO_ICMPV6)
                self.watch(sock, self.echo_reply6)
            else:
                sock = opened(socket.SOCK_RAW, source, 0, socket.IPPROTO_ICMP)
                self.watch(sock, self.echo_reply4)
            set_service(sock, source, service)
            self.senders[key] = sock
        return self.senders[key]

    def datagram(self, sock):
        while True:
            try:
                data, sender = sock.recvfrom(64)
            except BlockingIOError:
                return
            except OSError:
                continue
            (token,) = struct.unpack("!I", data)
            if token < len(self.probes) and sender[1] == self.probes[token]["port"]:
                self.answer(token, sender[0])

    def echo_reply4(self, sock):
        while True:
            try:
                data, sender = sock.recvfrom(2048)
            except OSError:
                return
            message = data[(data[0] & 15) * 4 :]
            if len(message) >= 12 and message[0] == 0:
                self.answer(struct.unpack("!I", message[8:12])[0], sender[0])

    def echo_reply6(self, sock):
        while True:
            try:
                data, sender = sock.recvfrom(2048)
            except OSError:
                return
            if len(data) >= 12 and data[0] == 129:
                self.answer(struct.unpack("!I", data[8:12])[0], sender[0])

    def send(self, token, service):
        probe = self.probes[token]
        self.spaces.enter(probe["space"])
        if probe["protocol"] == "tcp":
            self.connect(token, service)
            return
        sock = self.sender(probe, service)
        payload = struct.pack("!I", token)
        target = probe["target"]
        if probe["protocol"] == "icmp":
            self.sequence = (self.sequence + 1) & 0xFFFF
            six = ":" in target
            # Each echo is a flow of its own to connection tracking: its identifier is not used twice.
            head = lambda check: struct.pack("!BBHHH", 128 if six else 8, 0, check, self.sequence, token & 0xFFFF)
            payload = head(0 if six else checksum(head(0) + payload)) + payload
        try:
            sock.sendto(payload, (target, probe["port"] if probe["protocol"] == "udp" else 0))
        except OSError as error:
            if error.errno not in REFUSED_HERE:
                raise

    def connect(self, token, service):
        probe = self.probes[token]
        sock = opened(socket.SOCK_STREAM, probe["source"], probe["sourcePort"])
        set_service(sock, probe["source"], service)
        # Ends with a reset, so that the ports are free again.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, SO_LINGER_NOW)
        try:
            sock.connect((probe["target"], probe["port"]))
            self.replied[token] = True
            sock.close()
        except BlockingIOError:
            self.trying[sock.fileno()] = token
            self.watch(sock, self.connected, select.EPOLLOUT)
        except OSError as error:
            sock.close()
            if error.errno not in REFUSED_HERE:
                raise

    def connected(self, sock):
        token = self.trying.pop(sock.fileno())
        if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
            self.replied[token] = True
        self.drop(sock)

    def run(self):
        for attempt in range(max((len(probe["tries"]) for probe in self.probes), default=0)):
            waiting = [
                token
                for token, probe in enumerate(self.probes)
                if not self.replied[token] and attempt < len(probe["tries"])
            ]
            for start in range(0, len(waiting), 64):
                for token in waiting[start : start + 64]:
                    self.send(token, self.probes[token]["tries"][attempt])
                self.settle(0)
            if waiting:
                self.settle(self.quiet)
            for descriptor in list(self.trying):
                self.drop(self.handlers[descriptor][0])
            self.trying.clear()
        return self.replied
